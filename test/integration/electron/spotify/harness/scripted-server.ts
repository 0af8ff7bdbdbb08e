import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A loopback server that answers each request as the test says and remembers what it saw. */
export interface ScriptedServer {
  readonly apiUrl: string;
  /** Addresses below the API's base, in order of arrival. */
  readonly seen: readonly { readonly path: string; readonly authorization: string }[];
  readonly mostAtOnce: number;
  readonly connections: number;
  /** Resolves when no connection is open any more. */
  allClosed(): Promise<void>;
  /** Answers for the next requests, one each; afterwards `always` holds. */
  next(...answers: Answer[]): void;
  always(answer: Answer): void;
  close(): Promise<void>;
}

export async function startScriptedServer(): Promise<ScriptedServer> {
  const queue: Answer[] = [];
  const seen: { path: string; authorization: string }[] = [];
  let fallback: Answer = json({});
  let atOnce = 0;
  let mostAtOnce = 0;
  let connections = 0;
  const server = createServer((request, response) => {
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    response.on('close', () => {
      atOnce -= 1;
    });
    seen.push({
      path: (request.url ?? '').replace(/^\/v1/, ''),
      authorization: request.headers.authorization ?? '',
    });
    (queue.shift() ?? fallback)(request, response);
  });
  const open = new Set<Socket>();
  const whenEmpty: (() => void)[] = [];
  server.on('connection', (socket) => {
    connections += 1;
    open.add(socket);
    socket.on('close', () => {
      open.delete(socket);
      if (open.size === 0) {
        for (const tell of whenEmpty.splice(0)) {
          tell();
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    get mostAtOnce() {
      return mostAtOnce;
    },
    get connections() {
      return connections;
    },
    allClosed: () =>
      open.size === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            whenEmpty.push(resolve);
          }),
    next: (...answers) => {
      queue.push(...answers);
    },
    always: (answer) => {
      fallback = answer;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function json(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(body));
  };
}

export function plain(
  body: string,
  status: number,
  headers: Readonly<Record<string, string>> = { 'content-type': 'text/plain' },
): Answer {
  return (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

export const html502 = plain('<html><body>502 Bad Gateway</body></html>', 502, {
  'content-type': 'text/html',
});

/** Says more bytes than it sends, then breaks off. */
export const cutBody: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"items":[');
  setImmediate(() => response.destroy());
};

export const reset: Answer = (request) => {
  request.socket.resetAndDestroy();
};

/** Sends the beginning of a body and then nothing more. */
export const trickle: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"id":');
};

export const hang: Answer = () => undefined;
