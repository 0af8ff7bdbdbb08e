/**
 * The page's own background, `--paper` of `renderer/styles/tokens.css`: the window has it before the
 * page is there, so that nothing flashes.
 */
export const PAGE_BACKGROUND = { light: '#fbf9f5', dark: '#1b1815' } as const;
