// Loaded before a script (`node --import ./scripts/require-node.mjs scripts/start.ts`), because an
// older Node cannot even read TypeScript. It must itself run on any Node that is still around.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Cratewatch's scripts need Node 22.18 or newer; this is ${process.versions.node}.\n` +
      'Run them through npm ("npm start"), which uses the Node that "npm ci" installs here.',
  );
  process.exit(1);
}
