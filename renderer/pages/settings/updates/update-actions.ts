import type { UpdateState } from '../../../../shared/update-state.ts';

export type UpdateAction = 'look' | 'download' | 'cancel' | 'install' | 'page';

/** What can be done at this moment, the first thing first. */
export function updateActions({ way, phase }: UpdateState): readonly UpdateAction[] {
  if (phase.kind === 'off') return [];
  if (way === 'not-released') return ['page'];
  switch (phase.kind) {
    case 'resting':
    case 'not-looked':
      return ['look'];
    case 'offered':
      return way === 'installs' ? ['download', 'page', 'look'] : ['page', 'look'];
    case 'downloading':
      return ['cancel'];
    case 'ready':
      return ['install'];
    case 'looking':
    case 'installing':
      return [];
  }
}
