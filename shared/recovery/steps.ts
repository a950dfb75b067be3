/** The steps of chasing, in their fixed order; keys are event data and never change. */
export const STEPS = [
  "courtesy",
  "due",
  "reminder-1",
  "reminder-2",
  "call",
  "letter",
  "formal-notice",
  "last-notice",
  "legal",
] as const;
export type Step = (typeof STEPS)[number];

/** Tone is an ordered scale. */
export const TONES = ["courteous", "neutral", "firm", "formal"] as const;
export type Tone = (typeof TONES)[number];

export const stepRank = (step: Step): number => STEPS.indexOf(step);
export const toneRank = (tone: Tone): number => TONES.indexOf(tone);

export const isStep = (key: string): key is Step => (STEPS as readonly string[]).includes(key);

export const isTone = (key: string): key is Tone => (TONES as readonly string[]).includes(key);
