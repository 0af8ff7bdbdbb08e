import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListEntry, Page } from '../../../../electron/spotify/catalogue.ts';
import { answerOf, type OpenApi, openApi, settled } from './harness/open-api.ts';
import {
  type Answer,
  cutBody,
  html502,
  json,
  plain,
  type ScriptedServer,
  startScriptedServer,
} from './harness/scripted-server.ts';

const MONITOR = { origin: 'monitor' } as const;

let server: ScriptedServer;
let open: OpenApi;
let owner: string | null;
/** The tags that were sent along, one for each request. */
let sent: (string | undefined)[];

beforeEach(async () => {
  server = await startScriptedServer();
  owner = 'client account';
  sent = [];
  open = openApi(server.apiUrl, { owner: () => owner });
});

afterEach(async () => {
  await open.api.close();
  await server.close();
});

/** Notes the tag that came, then answers. */
const noting =
  (answer: (tag: string | undefined) => Answer): Answer =>
  (request, response) => {
    const tag = request.headers['if-none-match'];
    sent.push(tag);
    answer(tag)(request, response);
  };
const page = (uri: string) => ({
  items: [{ added_at: '2026-01-01T00:00:00Z', track: { uri: `spotify:track:${uri}`, name: uri } }],
  total: 1,
  offset: 0,
});
const NOT_MODIFIED = plain('', 304, {});
const ask = () =>
  settled(open.clock, open.api.savedTracks({ ...MONITOR, offset: 0, market: null }));
const names = (shown: Page<ListEntry>) => shown.entries.map(({ item }) => item?.name);
const askNames = async () => names(answerOf(await ask()));

describe('an answer with an entity tag', () => {
  it('is not sent again, and each question counts', async () => {
    server.always(
      noting((tag) => (tag === '"1"' ? NOT_MODIFIED : json(page('a'), 200, { etag: '"1"' }))),
    );
    expect([await askNames(), await askNames(), await askNames()]).toEqual([['a'], ['a'], ['a']]);
    expect(sent).toEqual([undefined, '"1"', '"1"']);
    expect(open.api.budget().usedInLastDay).toBe(3);
    expect(open.api.serviceState).toEqual({ kind: 'ok' });
  });

  it('gives way to what is new', async () => {
    let current = 1;
    server.always(
      noting((tag) =>
        tag === `"${current}"`
          ? NOT_MODIFIED
          : json(page(`${current}`), 200, { etag: `"${current}"` }),
      ),
    );
    const seen: unknown[] = [];
    for (; current <= 4; current += 1) {
      seen.push(await askNames(), await askNames());
    }
    expect(seen).toEqual([['1'], ['1'], ['2'], ['2'], ['3'], ['3'], ['4'], ['4']]);
  });

  it('may be weak', async () => {
    server.always(
      noting((tag) =>
        tag === 'W/"1"' ? plain('', 304, { etag: '"1"' }) : json(page('a'), 200, { etag: 'W/"1"' }),
      ),
    );
    expect([await askNames(), await askNames()]).toEqual([['a'], ['a']]);
    expect(sent).toEqual([undefined, 'W/"1"']);
  });

  it.each([
    ['without quotes', 'abc'],
    ['endless', `"${'a'.repeat(1_000)}"`],
    ['empty', ''],
  ])('that is broken (%s) is never sent back', async (_what, etag) => {
    server.always(noting(() => json(page('a'), 200, { etag })));
    expect([await askNames(), await askNames()]).toEqual([['a'], ['a']]);
    expect(sent).toEqual([undefined, undefined]);
  });

  it('that is another each time only costs what it costs without', async () => {
    let count = 0;
    server.always(
      noting(() => {
        count += 1;
        return json(page(`${count}`), 200, { etag: `"${count}"` });
      }),
    );
    expect([await askNames(), await askNames(), await askNames()]).toEqual([['1'], ['2'], ['3']]);
    expect(server.seen).toHaveLength(3);
  });

  it('that never changes hides a change for half a day at most', async () => {
    let name = 'old';
    server.always(
      noting((tag) => (tag === '"1"' ? NOT_MODIFIED : json(page(name), 200, { etag: '"1"' }))),
    );
    await ask();
    name = 'new';
    expect(await askNames()).toEqual(['old']);
    await open.clock.advance(12 * 3_600_000);
    expect(await askNames()).toEqual(['new']);
  });

  it('is asked for anew where a 304 speaks of something else', async () => {
    server.always(
      noting((tag) =>
        tag === undefined ? json(page('a'), 200, { etag: '"1"' }) : plain('', 304, { etag: '"2"' }),
      ),
    );
    await ask();
    expect(await askNames()).toEqual(['a']);
    expect(sent).toEqual([undefined, '"1"', undefined]);
  });

  it('is sent along once more after trouble on the way, and then forgotten by nobody', async () => {
    server.next(
      noting(() => json(page('a'), 200, { etag: '"1"' })),
      noting(() => html502),
      noting(() => cutBody),
      noting(() => NOT_MODIFIED),
    );
    await ask();
    expect(await askNames()).toEqual(['a']);
    expect(sent).toEqual([undefined, '"1"', '"1"', '"1"']);
  });
});

describe('a 304 without anything known', () => {
  it('is asked once more, and then left', async () => {
    server.always(noting(() => NOT_MODIFIED));
    expect(await ask()).toEqual({ kind: 'failed', failure: { kind: 'unreadable', status: 304 } });
    expect(sent).toEqual([undefined, undefined]);
  });
});

describe('what one account was answered', () => {
  const tagged = noting(() => json(page('a'), 200, { etag: '"1"' }));

  it('is known to no other account or client', async () => {
    server.always(tagged);
    for (const next of ['client other', 'other account', 'client account']) {
      owner = next;
      await ask();
    }
    expect(sent).toEqual([undefined, undefined, undefined]);
    owner = 'client account';
    await ask();
    expect(sent.at(-1)).toBe('"1"');
  });

  it('is not kept while nobody knows whose it is', async () => {
    server.always(tagged);
    owner = null;
    await ask();
    await ask();
    expect(sent).toEqual([undefined, undefined]);
  });

  it.each(['forgetAnswers', 'forgetService'] as const)('is gone after %s', async (forget) => {
    server.always(tagged);
    await ask();
    open.api[forget]();
    await ask();
    expect(sent).toEqual([undefined, undefined]);
  });

  it('is not kept where it arrives after it was to be forgotten', async () => {
    server.next((request, response) => {
      open.api.forgetAnswers();
      tagged(request, response);
    });
    server.always(tagged);
    await ask();
    await ask();
    expect(sent).toEqual([undefined, undefined]);
  });

  it('with a token of its own is not kept', async () => {
    const me = { id: 'listener', display_name: 'A Listener' };
    server.always(noting(() => json(me, 200, { etag: '"1"' })));
    const { Secret } = await import('../../../../electron/session/secret.ts');
    await settled(open.clock, open.api.profileOf(new Secret('other'), MONITOR));
    await settled(open.clock, open.api.profile(MONITOR));
    expect(sent).toEqual([undefined, undefined]);
  });
});
