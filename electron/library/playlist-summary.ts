import { z } from 'zod';
import type { PlaylistSummary } from '../spotify/catalogue.ts';

// Written and read by ourselves, yet a file can come from anywhere.
const summarySchema = z.object({
  id: z.string(),
  uri: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  isPublic: z.boolean().nullable(),
  isCollaborative: z.boolean().nullable(),
  snapshotId: z.string().nullable(),
  itemsTotal: z.number().nullable(),
  imageUrl: z.string().nullable(),
});

/** A row of the playlists list as text, to be kept until that list is known whole. */
export function serializeSummary(summary: PlaylistSummary): string {
  return JSON.stringify(summary);
}

export function parseSummary(text: string): PlaylistSummary {
  return summarySchema.parse(JSON.parse(text));
}
