#!/usr/bin/env node
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

// Stands in for the 7za that electron-builder downloads to make a tar.gz, where it cannot be
// downloaded: `7za a -bd -mx=9 <output>.tar.gz <input>.tar`. For building and testing only.

const args = process.argv.slice(2);
const [command, ...rest] = args.filter((argument) => !argument.startsWith('-'));
const [output, input, ...others] = rest;
if (command !== 'a' || !output?.endsWith('.gz') || input === undefined || others.length > 0) {
  throw new Error(`This stand-in only makes a .gz of one file, not: ${args.join(' ')}`);
}
// The level that is asked for is the highest, and half a minute slower for a hundredth.
await pipeline(createReadStream(input), createGzip({ level: 1 }), createWriteStream(output));
