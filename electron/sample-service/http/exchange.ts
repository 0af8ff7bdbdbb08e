import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Incoming } from './answer.ts';

const MAX_BODY_BYTES = 256 * 1024;

/** Reads a request whole. Null when its body is too large to be one of ours. */
export async function readIncoming(request: IncomingMessage): Promise<Incoming | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += part.length;
    if (bytes > MAX_BODY_BYTES) {
      return null;
    }
    chunks.push(part);
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** A moment as an HTTP header writes it (RFC 9110 §5.6.7). */
export function httpDate(ms: number): string {
  return new Date(ms).toUTCString();
}

/** Sends an answer. `date` is the header's text; the machine's own clock is not asked. */
export function sendAnswer(response: ServerResponse, answer: Answer, date: string): void {
  response.end(writeHead(response, answer, date));
}

/** Announces the whole body, sends half of it and closes the connection. */
export function cutAnswer(response: ServerResponse, answer: Answer, date: string): void {
  const body = writeHead(response, answer, date);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

/** Announces the whole body and sends half of it; the connection stays open. */
export function stallAnswer(response: ServerResponse, answer: Answer, date: string): void {
  const body = writeHead(response, answer, date);
  response.write(body.subarray(0, Math.floor(body.length / 2)));
}

function writeHead(response: ServerResponse, answer: Answer, date: string): Buffer {
  const body = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.body);
  response.sendDate = false;
  // 304 has no body, and a length would be that of the one the client has (RFC 9110 §8.6).
  const length = answer.status === 304 ? {} : { 'content-length': String(body.length) };
  response.writeHead(answer.status, { ...answer.headers, ...length, date });
  return body;
}
