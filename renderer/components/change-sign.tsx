import type { ReactNode } from 'react';
import type { ChangeKind } from '../../shared/change.ts';
import { MinusIcon, MovedIcon, PencilIcon, PlusIcon, ReturnIcon, SlashedIcon } from './icons.tsx';

/** What happened, as a sign and a word, so that neither colour nor shape stands alone. */
export function ChangeSign({ kind, label }: { readonly kind: ChangeKind; readonly label: string }) {
  return (
    <span className={`change-sign change-sign-${GROUPS[kind]}`}>
      {SIGNS[kind]}
      <span>{label}</span>
    </span>
  );
}

const SIGNS: Readonly<Record<ChangeKind, ReactNode>> = {
  'item-added': <PlusIcon size={14} />,
  'item-removed': <MinusIcon size={14} />,
  'item-unavailable': <SlashedIcon size={14} />,
  'item-available': <ReturnIcon size={14} />,
  'item-renamed': <PencilIcon size={14} />,
  'artist-followed': <PlusIcon size={14} />,
  'artist-unfollowed': <MinusIcon size={14} />,
  'items-moved': <MovedIcon size={14} />,
  'playlist-created': <PlusIcon size={14} />,
  'playlist-gone': <MinusIcon size={14} />,
  'playlist-returned': <ReturnIcon size={14} />,
  'playlist-renamed': <PencilIcon size={14} />,
  'playlist-described': <PencilIcon size={14} />,
  'playlist-cover': <PencilIcon size={14} />,
  'playlist-visibility': <PencilIcon size={14} />,
  'playlist-collaborative': <PencilIcon size={14} />,
};

const GROUPS: Readonly<Record<ChangeKind, 'added' | 'removed' | 'unavailable' | 'playlist'>> = {
  'item-added': 'added',
  'item-removed': 'removed',
  'item-unavailable': 'unavailable',
  'item-available': 'added',
  'item-renamed': 'playlist',
  'artist-followed': 'added',
  'artist-unfollowed': 'removed',
  'items-moved': 'playlist',
  'playlist-created': 'added',
  'playlist-gone': 'removed',
  'playlist-returned': 'added',
  'playlist-renamed': 'playlist',
  'playlist-described': 'playlist',
  'playlist-cover': 'playlist',
  'playlist-visibility': 'playlist',
  'playlist-collaborative': 'playlist',
};
