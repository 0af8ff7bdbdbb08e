import { z } from 'zod';

const count = z.number().int().nonnegative();
const librarySizeSchema = z.object({
  savedTracks: count,
  ownPlaylists: count,
  followedPlaylists: count,
  itemsPerPlaylist: count,
  savedAlbums: count.exactOptional(),
  savedShows: count.exactOptional(),
  savedEpisodes: count.exactOptional(),
  savedAudiobooks: count.exactOptional(),
  followedArtists: count.exactOptional(),
});

/** What the sample service is told before each run, in a process of its own. */
export const serviceOrderSchema = z.discriminatedUnion('kind', [
  /** A library made anew, so that every run finds the same. */
  z.object({
    kind: z.literal('start'),
    library: librarySizeSchema,
  }),
  /** From now on requests are counted, and the trouble waits for its turn. */
  z.object({
    kind: z.literal('begin'),
    trouble: z
      .object({
        kind: z.enum(['rate-limit', 'html-502', 'expired-token']),
        /** Which request it meets, counted from 1. */
        atRequest: z.number().int().positive(),
      })
      .nullable(),
    /** How late every answer is, in milliseconds. */
    latencyMs: z.number().nonnegative(),
  }),
  z.object({ kind: z.literal('report') }),
]);
export type ServiceOrder = z.infer<typeof serviceOrderSchema>;
export type Trouble = NonNullable<Extract<ServiceOrder, { kind: 'begin' }>['trouble']>;

/** Where the service is, and the tokens of its user. */
const startedSchema = z.object({
  accountsUrl: z.string(),
  apiUrl: z.string(),
  clientId: z.string(),
  accessToken: z.string(),
  refreshToken: z.string(),
  scopes: z.array(z.string()),
  receivedAtMs: z.number(),
  expiresAtMs: z.number(),
});
export type StartedService = z.infer<typeof startedSchema>;

export const sentRequestSchema = z.object({
  path: z.string(),
  status: z.number(),
  /** When it was answered, by the machine's clock. */
  atMs: z.number(),
});
export type SentRequest = z.infer<typeof sentRequestSchema>;

const reportSchema = z.object({
  /** Everything that there is to be got, as `item-key.ts` writes it. */
  truth: z.array(z.string()),
  requests: z.array(sentRequestSchema),
});
export type ServiceReport = z.infer<typeof reportSchema>;

export const serviceAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), service: startedSchema }),
  z.object({ kind: z.literal('begun') }),
  z.object({ kind: z.literal('report'), report: reportSchema }),
]);
export type ServiceAnswer = z.infer<typeof serviceAnswerSchema>;

/** What a process that downloads is told, once. */
export const downloadOrderSchema = z.object({
  client: z.enum(['cratewatch', 'cratewatch-unspaced', 'sdk', 'sdk-own-paths']),
  service: startedSchema,
});
export type DownloadOrder = z.infer<typeof downloadOrderSchema>;
export type ClientName = DownloadOrder['client'];

/** `ready` once everything is loaded; it downloads when it is told `go`. */
export const downloadAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('done'),
    /** As `item-key.ts` writes them. */
    got: z.array(z.string()),
    seconds: z.number(),
    /** What the process held before its first request, and the most that it ever held. */
    memoryBeforeMib: z.number(),
    peakMemoryMib: z.number(),
    /** What the download ended with; null when it came to its end. */
    error: z.string().nullable(),
  }),
]);
export type DownloadAnswer = z.infer<typeof downloadAnswerSchema>;
export type DownloadResult = Omit<Extract<DownloadAnswer, { kind: 'done' }>, 'kind'>;
