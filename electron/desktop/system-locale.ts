/** Where a system says how its user writes dates and numbers. */
export interface LocaleSources {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What Electron's `app.getSystemLocale()` reports. */
  readonly reported: string;
  /** The language of the programs, as Electron's `app.getLocale()` has it. */
  readonly language: string;
  /** macOS's own switch between 12 and 24 hours; null where the user left it alone. */
  readonly hours: 12 | 24 | null;
}

/**
 * The regional format of the system as a BCP 47 tag, such as `de-AT` or `en-US-u-hc-h23`. It is not
 * the language of the programs: an English desktop in Vienna writes 14:02.
 *
 * On Linux Electron reports the language of messages. Dates have a variable of their own there
 * (`LC_TIME`, POSIX.1-2017 §8.2), which desktops set with their choice of formats.
 */
export function systemLocale(sources: LocaleSources): string {
  const { platform, environment, reported, language, hours } = sources;
  const named = platform === 'linux' ? localeOfDates(environment) : null;
  const locale = named ?? canonical(placeTag(reported)) ?? canonical(language) ?? 'en-GB';
  return hours === null ? locale : `${locale}-u-hc-${hours === 24 ? 'h23' : 'h12'}`;
}

/** The first of the three that is set decides, also where it names no place ("C"). */
function localeOfDates({ LC_ALL, LC_TIME, LANG }: LocaleSources['environment']): string | null {
  return canonical(placeTag(LC_ALL || LC_TIME || LANG || ''));
}

/**
 * `de_AT.UTF-8@euro` as `de-AT`, and ICU's `en-US@posix` as `en-US`; empty for the locales that
 * stand for no place.
 */
function placeTag(name: string): string {
  const tag = name.replace(/[.@].*$/, '').replaceAll('_', '-');
  return tag === 'C' || tag === 'POSIX' ? '' : tag;
}

function canonical(tag: string): string | null {
  try {
    // An extension could bring another calendar, which the words around a date do not expect.
    return new Intl.Locale(tag).baseName;
  } catch {
    // Only a malformed tag throws; the next source is asked.
    return null;
  }
}
