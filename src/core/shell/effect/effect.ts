/** From harmless to irreversible; the order is the meaning. */
export const EFFECTS = ['read', 'change', 'destroy'] as const;

/** The most that a step can do to the world. */
export type Effect = (typeof EFFECTS)[number];

export const TRAITS = ['interactive', 'blocking', 'secrets'] as const;

/** `interactive` needs a person, `blocking` does not return by itself, `secrets` prints secrets. */
export type Trait = (typeof TRAITS)[number];

export function maxEffect(...effects: readonly Effect[]): Effect {
  return effects.reduce<Effect>(
    (most, effect) => (EFFECTS.indexOf(effect) > EFFECTS.indexOf(most) ? effect : most),
    'read',
  );
}

export function isEffect(outcome: Effect | Trait): outcome is Effect {
  return EFFECTS.some(effect => effect === outcome);
}
