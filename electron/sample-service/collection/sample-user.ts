/** Somebody in the sample: the one who signs in, or one of the people whose lists are followed. */
export interface SampleUser {
  readonly id: string;
  readonly displayName: string;
}

/** The person whose library it is. `accountId` is what newer profiles carry besides the id. */
export const SAMPLE_USER = {
  id: 'juniper-vale',
  accountId: '31sampleaccountjunipervale',
  displayName: 'Juniper Vale',
  country: 'NL',
} as const;

export const OTHER_USERS: readonly SampleUser[] = [
  { id: 'harbour-radio', displayName: 'Harbour Radio' },
  { id: '21sample7rk3otilie', displayName: 'Ottilie' },
  { id: 'bram.achterberg', displayName: 'Bram A.' },
  { id: '31samplex9saoirse', displayName: 'Saoirse 🌿' },
  { id: 'slowradionord', displayName: 'Slow Radio Nord' },
  { id: '11samplekofi', displayName: 'Kofi' },
  { id: 'recordshopcounter', displayName: 'The Record Shop Counter' },
  { id: '31sample0hana', displayName: 'はな' },
];
