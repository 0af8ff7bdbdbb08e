import { z } from 'zod';
import { PROBLEM_FRAMES, PROBLEM_MESSAGES, PROBLEM_NAME, STACK_FRAME } from './problem-forms.ts';

/**
 * A fault of the window, for the log: what kind, and where in the program. A message could repeat
 * what was on screen, so only messages of the engine with known words are let through.
 */
export const windowProblemSchema = z.object({
  kind: z.enum(['error', 'rejection']),
  name: z.string().regex(PROBLEM_NAME),
  message: z
    .string()
    .refine((text) => PROBLEM_MESSAGES.some((form) => form.test(text)))
    .nullable(),
  frames: z.array(z.string().regex(STACK_FRAME)).max(PROBLEM_FRAMES),
});
export type WindowProblem = z.infer<typeof windowProblemSchema>;
