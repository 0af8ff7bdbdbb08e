import type { TextFormat } from './texts/text-format.ts';

const PARAMETER = 'locale';

/**
 * The page's address with the system's regional format in it. The page itself knows only the
 * language of the programs, and needs the format before its first words.
 */
export function withPageFormat(pageUrl: string, { locale }: TextFormat): string {
  if (locale === undefined) return pageUrl;
  const url = new URL(pageUrl);
  url.searchParams.set(PARAMETER, locale);
  return url.href;
}

/**
 * The format that the page was opened with. Without one the page's language stands in. The zone is
 * left to the machine, which may travel while the window is open.
 *
 * @param search what `location.search` holds
 */
export function pageFormat(search: string, language: string): TextFormat {
  return { locale: new URLSearchParams(search).get(PARAMETER) ?? language };
}
