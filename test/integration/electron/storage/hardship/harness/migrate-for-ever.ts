import { MIGRATIONS } from '../../../../../../electron/storage/migrations/migrations.ts';
import { opened } from './old-file.ts';

// Opens the database with steps of which one never ends: whoever waits for its log to grow can kill
// the process in the middle of it. The second argument is the version before that step.
const [, , path = '', version = ''] = process.argv;
const before = Number(version);
const steps = MIGRATIONS.map((step, index) =>
  index === before
    ? `${step}
       CREATE TABLE half_written (id INTEGER PRIMARY KEY, ballast BLOB);
       WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers)
         INSERT INTO half_written SELECT n, randomblob(4000) FROM numbers;`
    : step,
);
opened(path, steps);
