import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createPkcePair, createState } from '../../../../electron/session/pkce.ts';

test('the verifier holds 32 random bytes in the characters that RFC 7636 allows', async () => {
  const { verifier } = await createPkcePair();
  expect(verifier.reveal()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(Buffer.from(verifier.reveal(), 'base64url')).toHaveLength(32);
});

test('the challenge is the unpadded base64url SHA-256 of the verifier', async () => {
  const { verifier, challenge } = await createPkcePair();
  expect(challenge).toBe(createHash('sha256').update(verifier.reveal()).digest('base64url'));
});

test('no two sign-ins share a verifier or a state', async () => {
  const pairs = await Promise.all(Array.from({ length: 50 }, () => createPkcePair()));
  const states = await Promise.all(Array.from({ length: 50 }, () => createState()));
  expect(new Set(pairs.map((pair) => pair.verifier.reveal())).size).toBe(50);
  expect(new Set(states.map((state) => state.reveal())).size).toBe(50);
});
