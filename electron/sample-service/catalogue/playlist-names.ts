import { intBelow, pick, type Random } from './seeded-random.ts';

const FAVOURITES = [
  'Rain on the skylight',
  'Kitchen dancing',
  'Sunday, slowly',
  'Running, reluctantly',
  'Songs Dad hummed',
  'for Ada',
  'Tidy the flat (loud)',
  'Übernachtzug',
  'To find again',
  'The long way home',
  'Cardamom & vinyl',
  'Night bus 61',
  'Everything with a cello',
  'Café del Lunes',
  'First warm day',
  'Do not shuffle',
  'Deep work, shallow sea',
  'Wedding: maybes',
  'Wedding: no',
  'Wedding: yes!',
  'Soup weather',
  'Learning Portuguese by ear',
  '🚲 commute',
  'Goodbye, Elm Street',
  'Loud in the car',
  'Songs for one raincoat',
  '夜更かし',
  'Mum’s 70th',
  'Untitled (keep)',
  'Balcony season',
  'Field recordings, sort of',
  'Slow Sunday bread',
  'Covers better than they should be',
  'Packing',
  'Unpacking',
  'Lo-fi for tax returns',
  'Ferry to the island',
  'Music to repot plants to',
  'Late August feelings',
  'The good cries',
  'One-hit wonders of nowhere',
  'Brass, please',
  'Fjord drive',
  'Before the guests arrive',
  'After the guests leave',
  'Songs we never agreed on',
  'Short songs only',
  'Nine-minute epics',
  'Winter, in order',
  'Teenage headphones',
  'Dinner for six',
  'Piano & rain',
  'Les nuits courtes',
  'Mañana empiezo',
  'Snö',
  'Small hours',
  'Attic tapes',
  'Office, window seat',
  'Hiking uphill',
  'Hiking downhill',
  'Not sad, just minor',
  'Bassline research',
  'Choir practice',
  'Roadworks FM',
] as const;

const OTHERS_FAVOURITES = [
  'Fresh from the harbour',
  'New music, gently',
  'The Sunday Selector',
  'Deep cuts club',
  'Songs of the week',
  'Allotment radio',
  'Dust & static',
  'Office party 2025 🎉',
  'Slow Radio Nord',
  'Marathon pace 5:40',
  'Record shop counter',
  'Jazz for the curious',
  'Road trip crew',
  'Sleep, little one',
  'Choir WhatsApp picks',
  'Vinyl swap meet',
  'Morning broadcast',
] as const;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const MOODS = ['Quiet', 'Loud', 'Slow', 'Bright', 'Foggy', 'Warm', 'Lazy', 'Golden', 'Strange'];
const OCCASIONS = [
  'mornings',
  'drives',
  'dinners',
  'evenings',
  'walks',
  'trains',
  'afternoons',
  'winters',
  'ironing',
] as const;
const DESCRIPTIONS = [
  'Started on a train, never finished.',
  'In the order they happened.',
  'No skipping, house rule.',
  'One song per person, no explanations.',
  'Best from start to end.',
  'Ask before adding :)',
  'The shortlist of the shortlist.',
  'Things heard in shops and chased down.',
  'Volume matters.',
  'Since 2016, a little longer every year.',
  'Für lange Fahrten.',
  'Work in progress & proud of it.',
] as const;

/** Names and descriptions for playlists, each name once: a list is found by its name. */
export class PlaylistNames {
  readonly #taken: Set<string>;
  readonly #random: Random;
  readonly #newestYear: number;

  constructor(random: Random, newestYear: number, taken: readonly string[] = []) {
    this.#taken = new Set(taken);
    this.#random = random;
    this.#newestYear = newestYear;
  }

  own(): string {
    return this.#fresh(FAVOURITES);
  }

  others(): string {
    return this.#fresh(OTHERS_FAVOURITES);
  }

  /** Most people leave it empty. */
  description(): string {
    return this.#random() < 0.3 ? pick(DESCRIPTIONS, this.#random) : '';
  }

  /** One that is not this one. */
  otherDescription(than: string): string {
    return pick(
      DESCRIPTIONS.filter((description) => description !== than),
      this.#random,
    );
  }

  #fresh(favourites: readonly string[]): string {
    for (let tries = 0; tries < 40; tries += 1) {
      const name = tries < 3 ? pick(favourites, this.#random) : this.#composed();
      if (this.#take(name)) {
        return name;
      }
    }
    const name = this.#composed();
    for (let volume = 2; ; volume += 1) {
      if (this.#take(`${name}, vol. ${volume}`)) {
        return `${name}, vol. ${volume}`;
      }
    }
  }

  #take(name: string): boolean {
    if (this.#taken.has(name)) {
      return false;
    }
    this.#taken.add(name);
    return true;
  }

  #composed(): string {
    const year = this.#newestYear - intBelow(11, this.#random);
    switch (intBelow(3, this.#random)) {
      case 0:
        return `${pick(MONTHS, this.#random)} ${year}`;
      case 1:
        return `${pick(MOODS, this.#random)} ${pick(OCCASIONS, this.#random)}`;
      default:
        return `${pick(MOODS, this.#random)} ${pick(OCCASIONS, this.#random)} ’${String(year % 100).padStart(2, '0')}`;
    }
  }
}
