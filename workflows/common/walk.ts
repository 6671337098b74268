import {
  advance,
  open,
  type Facts,
  type ProcedureDefinition,
  type ProcedureState,
  type Refusal,
  type Step,
} from '#libs/procedure';

/** A file walked in memory as casework walks it: remembered findings feed later guards. For specs and the checker's replay. */
export class Walk {
  private constructor(
    private readonly definition: ProcedureDefinition,
    private readonly caseFacts: Facts,
    private state: ProcedureState,
    readonly remembered: Readonly<Record<string, Facts[string]>>,
    readonly last: Step,
  ) {}

  static open(definition: ProcedureDefinition, caseFacts: Facts): Walk {
    const opened = open(definition, caseFacts);
    if (!opened.ok) throw new Error(opened.error.detail);
    return new Walk(definition, caseFacts, opened.value.next, rememberedBy(opened.value), opened.value);
  }

  /** @throws Error with the refusal's sentence. */
  step(type: string, occurredOn: string, input: Facts = {}): Walk {
    const stepped = advance(this.definition, this.state, { type, facts: this.facts(occurredOn, input) });
    if (!stepped.ok) throw new Error(`${type}: ${stepped.error.detail}`);
    return new Walk(
      this.definition,
      this.caseFacts,
      stepped.value.next,
      { ...this.remembered, ...rememberedBy(stepped.value) },
      stepped.value,
    );
  }

  refusal(type: string, occurredOn: string, input: Facts = {}): Refusal {
    const stepped = advance(this.definition, this.state, { type, facts: this.facts(occurredOn, input) });
    if (stepped.ok) throw new Error(`${type} was not refused`);
    return stepped.error;
  }

  get stage(): string {
    return this.last.to;
  }

  facts(occurredOn: string, input: Facts): Facts {
    return { ...this.caseFacts, ...this.remembered, occurredOn, ...input };
  }
}

function rememberedBy(step: Step): Record<string, Facts[string]> {
  const kept: Record<string, Facts[string]> = {};
  for (const effect of step.effects) if (effect.type === 'fact.remember') kept[effect.fact] = effect.value;
  return kept;
}
