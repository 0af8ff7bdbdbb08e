import {
  hash32,
  pick,
  type Random,
  seededRandom,
} from '../../../../../electron/sample-service/catalogue/seeded-random.ts';
import type { LifeEvent } from '../../../../../electron/sample-service/collection/sample-life.ts';
import type { SampleService } from '../../../../../electron/sample-service/sample-service.ts';
import type { Clock } from '../../../../../shared/clock.ts';

export type RecordedEvent = LifeEvent & { readonly atMs: number };

/** Every so manieth thing that happens is a rare one. */
const RARE_EVERY = 9;

/** Lets things happen in the library and remembers what and when. */
export class RecordedLife {
  readonly events: RecordedEvent[] = [];
  readonly #service: SampleService;
  readonly #clock: Clock;
  readonly #random: Random;
  #steps = 0;

  constructor(service: SampleService, clock: Clock, seed: number) {
    this.#service = service;
    this.#clock = clock;
    this.#random = seededRandom(hash32(seed, 0x11fe0));
  }

  step(): void {
    this.#steps += 1;
    const happened = this.#steps % RARE_EVERY === 0 ? [this.#rarely()] : this.#service.life.step();
    const atMs = this.#clock.nowMs();
    this.events.push(...happened.map((event) => ({ ...event, atMs })));
  }

  /** A playlist is deleted, or renamed: life itself does either too seldom for one day. */
  #rarely(): LifeEvent {
    const { library } = this.#service;
    const { playlists, userId } = library.snapshot();
    const { id, name } = pick(
      playlists.filter(({ ownerId }) => ownerId === userId),
      this.#random,
    );
    if (this.#random() < 0.5) {
      library.deletePlaylist(id);
      return { kind: 'playlist-deleted', playlistId: id, name };
    }
    const after = `${name} ${this.#steps}`;
    library.rename(id, after);
    return { kind: 'renamed', playlistId: id, before: name, after };
  }
}
