export interface DemoFacts {
  /** What the user gave after `npm run demo --`. */
  readonly given: readonly string[];
  /** No screen: the window can only be shown as a picture. */
  readonly hasOwnDisplay: boolean;
  readonly profileFolder: string;
  readonly screenshotPath: string;
}

/** The options that make a start of the app a demo. Those given by the user come last and win. */
export function demoOptions(facts: DemoFacts): string[] {
  const { given, hasOwnDisplay, profileFolder, screenshotPath } = facts;
  const gives = (name: string) => given.some((option) => option.split('=', 1)[0] === name);
  const wantsPicture = hasOwnDisplay || gives('--exit-after-sync');
  return [
    ...(gives('--user-data-dir') ? [] : [`--user-data-dir=${profileFolder}`]),
    ...(gives('--sample') ? [] : ['--sample']),
    ...(wantsPicture && !gives('--screenshot') ? [`--screenshot=${screenshotPath}`] : []),
    ...given,
  ];
}
