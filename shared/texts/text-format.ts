import { machineZoneMark } from './machine-zone.ts';

/** How dates and numbers are written. Both default to the machine's own. */
export interface TextFormat {
  /** A BCP 47 tag, such as Electron's `app.getSystemLocale()` gives it. */
  readonly locale?: string | undefined;
  /** An IANA zone such as `Europe/Lisbon`. */
  readonly timeZone?: string | undefined;
}

interface ResolvedFormat {
  /** Always a kind of English, so that a month's name fits the sentence around it. */
  readonly locale: string;
  readonly timeZone: string;
  readonly hourCycle: 'h11' | 'h12' | 'h23' | 'h24';
}

// Making a formatter takes far longer than using it, and a list of changes uses hundreds.
const resolvedFormats = new Map<string, ResolvedFormat>();
const dateFormatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The texts are English, the habits are the user's: a German system gets "21 November" and "14:02",
 * an American one "November 21" and "2:02 PM". A locale that the runtime does not know counts as
 * the machine's own.
 */
export function resolveFormat(format: TextFormat): ResolvedFormat {
  const key = `${format.locale} ${format.timeZone ?? machineZoneMark()}`;
  const known = resolvedFormats.get(key);
  if (known !== undefined) return known;
  const own = hourFormat(format).resolvedOptions();
  const resolved: ResolvedFormat = {
    locale: englishOf(own.locale, format.locale),
    timeZone: own.timeZone,
    hourCycle: hourCycleOf(own, format.locale),
  };
  resolvedFormats.set(key, resolved);
  return resolved;
}

/** A formatter for one way of writing a date. */
export function dateFormatter(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dateFormatters.get(key);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat(locale, options);
  dateFormatters.set(key, formatter);
  return formatter;
}

function englishOf(resolved: string, asked: string | undefined): string {
  return isEnglish(resolved) && foreignPlace(resolved, asked) === null ? resolved : 'en-GB';
}

function hourCycleOf(
  own: Intl.ResolvedDateTimeFormatOptions,
  asked: string | undefined,
): ResolvedFormat['hourCycle'] {
  const place = foreignPlace(own.locale, asked);
  const cycle =
    place === null
      ? own.hourCycle
      : (place.hourCycle ?? hourFormat({ locale: spokenIn(place) }).resolvedOptions().hourCycle);
  return cycle ?? 'h23';
}

function isEnglish(locale: string): boolean {
  return locale === 'en' || locale.startsWith('en-');
}

/**
 * The place of an English that the runtime does not know by that place, such as `en-TH`; else null.
 * It would write such dates as America does, which hardly anyone there expects.
 */
function foreignPlace(resolved: string, asked: string | undefined): Intl.Locale | null {
  const isPlaceless = resolved === 'en' || resolved.startsWith('en-u-');
  const place = isPlaceless ? localeOf(asked) : null;
  return place?.region === undefined || place.region === 'US' ? null : place;
}

/** `th-Thai-TH` for `en-TH`: the hours of a place are those of the language that is spoken there. */
function spokenIn({ region }: Intl.Locale): string {
  return new Intl.Locale(`und-${region}`).maximize().baseName;
}

function localeOf(tag: string | undefined): Intl.Locale | null {
  try {
    return tag === undefined ? null : new Intl.Locale(tag);
  } catch {
    // Only a malformed tag throws; it names no place.
    return null;
  }
}

function hourFormat({ locale, timeZone }: TextFormat): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone });
  } catch {
    // Only a malformed tag or zone throws; a plain system default is better than no date at all.
    return new Intl.DateTimeFormat(undefined, { hour: 'numeric' });
  }
}
