import type { LibraryState } from '../collection/library-state.ts';
import type { RenderContext } from './render-identity.ts';

/** What every endpoint of the Web API works with. */
export interface ApiContext extends RenderContext {
  readonly library: LibraryState;
}

/** Who asks: the user with these scopes, or only the app (client credentials). */
export interface Caller {
  readonly isUser: boolean;
  readonly scopes: ReadonlySet<string>;
}
