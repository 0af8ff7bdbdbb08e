/** Takes one row, as `item-key.ts` writes it. */
export type TakeRow = (key: string) => void;

/** Downloads a whole library, row by row. @throws Error with what the user of the client is told */
export type Download = (take: TakeRow) => Promise<void>;
