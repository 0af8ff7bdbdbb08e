import {
  hash32,
  intBelow,
  pick,
  type Random,
  seededRandom,
} from '../../../electron/sample-service/catalogue/seeded-random.ts';
import type { PlaylistTruth } from '../../../electron/sample-service/collection/sample-library.ts';
import type { SampleService } from '../../../electron/sample-service/sample-service.ts';
import type { Clock } from '../../../shared/clock.ts';
import { TruthLog } from '../random-life/truth-log.ts';
import { serviceTruth } from './service-truth.ts';

/** Of so many things one is rarer than what the sample's own life knows. */
const RARE_EVERY = 4;
const FEWEST_PLAYLISTS = 5;

/** Lets things happen in the sample library and remembers everything that it was. */
export class ServiceLife {
  readonly log = new TruthLog();
  readonly #service: SampleService;
  readonly #clock: Clock;
  readonly #random: Random;
  #steps = 0;

  constructor(service: SampleService, clock: Clock, seed: number) {
    this.#service = service;
    this.#clock = clock;
    this.#random = seededRandom(hash32(seed, 0x11fe));
    this.#note();
  }

  /** So many things happen at once. */
  step(count = 1): void {
    for (let done = 0; done < count; done += 1) {
      this.#steps += 1;
      if (this.#steps % RARE_EVERY === 0) {
        this.#rarely();
      } else {
        this.#service.life.step();
      }
    }
    this.#note();
  }

  #note(): void {
    this.log.note(this.#clock.nowMs(), serviceTruth(this.#service.library.snapshot()));
  }

  #rarely(): void {
    const { library } = this.#service;
    const truth = library.snapshot();
    const own = truth.playlists.filter(({ ownerId }) => ownerId === truth.userId);
    const playlist = pick(own, this.#random);
    switch (intBelow(7, this.#random)) {
      case 0:
        if (own.length > FEWEST_PLAYLISTS) {
          library.deletePlaylist(playlist.id);
        }
        return;
      case 1:
        library.rename(playlist.id, `${playlist.name.slice(0, 30)} ${this.#steps}`);
        return;
      case 2:
        this.#repeat(playlist);
        return;
      case 3:
        this.#moveBlock(playlist);
        return;
      case 4:
        this.#removeBlock(playlist);
        return;
      case 5: {
        // Again, and on top now.
        const { uri } = pick(truth.savedTracks, this.#random);
        library.removeSavedTrack(uri);
        library.saveTrack(uri);
        return;
      }
      default:
        this.#leaveOrReturn(playlist);
    }
  }

  /** An item stands there twice. */
  #repeat({ id, items }: PlaylistTruth): void {
    const [again] = items.filter(({ kind, gone }) => kind === 'track' && !gone);
    if (again !== undefined) {
      const position = intBelow(items.length + 1, this.#random);
      this.#service.library.insertItems(id, [again.uri], position);
    }
  }

  #moveBlock({ id, items }: PlaylistTruth): void {
    const count = 1 + intBelow(5, this.#random);
    if (items.length > count + 1) {
      const from = intBelow(items.length - count, this.#random);
      const to = from >= 1 ? intBelow(from, this.#random) : items.length - count;
      this.#service.library.moveItems(id, from, to, count);
    }
  }

  #removeBlock({ id, items }: PlaylistTruth): void {
    if (items.length > 4) {
      this.#service.library.removeItems(id, intBelow(items.length - 3, this.#random), 3);
    }
  }

  /** A track leaves the catalogue, or returns to it. */
  #leaveOrReturn({ items }: PlaylistTruth): void {
    const { library } = this.#service;
    const tracks = items.filter(({ kind }) => kind === 'track');
    if (tracks.length > 0) {
      const { uri, gone } = pick(tracks, this.#random);
      library.setInCatalogue(uri, gone);
    }
  }
}
