import {translate} from '@docusaurus/Translate';
import {useId} from 'react';
import type {Choice, StepChoices} from '../../../plugins/docusaurus-runbooks/client';
import {isEmptyFilter} from './step-filter';
import type {StepFilter} from './step-filter';
import styles from './styles.module.css';

export type FilterBarProps = {
  readonly filter: StepFilter;
  readonly choices: StepChoices;
  readonly onChange: (filter: StepFilter) => void;
};

export function FilterBar({filter, choices, onChange}: FilterBarProps) {
  const keys = ['tool', 'effect', 'runbook', 'alert'] as const;
  return (
    <form
      className={styles.filters}
      role="search"
      aria-label={translate({id: 'commands.filters', message: 'Filters'})}
      onSubmit={event => event.preventDefault()}
    >
      {keys.map(key => (
        <Select
          key={key}
          word={filterWord(key)}
          value={filter[key] ?? ''}
          choices={choices[key]}
          onChange={value => {
            const {[key]: _, ...others} = filter;
            onChange(value === '' ? others : {...others, [key]: value});
          }}
        />
      ))}
      {!isEmptyFilter(filter) && (
        <button type="button" className={styles.clear} onClick={() => onChange({})}>
          {translate({id: 'commands.clear', message: 'Show all'})}
        </button>
      )}
      {filter.metric !== undefined && (
        <p className={styles.metric}>
          {translate({id: 'commands.metric', message: 'Queries of the metric'})}{' '}
          <code>{filter.metric}</code>
        </p>
      )}
    </form>
  );
}

type SelectProps = {
  readonly word: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
};

function Select({word, value, choices, onChange}: SelectProps) {
  const id = useId();
  // A link may name what is no longer there; it shows as what it is.
  const isKnown = value === '' || choices.some(choice => choice.value === value);
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{word}</label>
      <select id={id} value={value} onChange={({currentTarget}) => onChange(currentTarget.value)}>
        <option value="">{translate({id: 'commands.any', message: 'any'})}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.word}
          </option>
        ))}
      </select>
    </div>
  );
}

function filterWord(key: keyof StepChoices): string {
  const words = {
    tool: translate({id: 'commands.tool', message: 'Tool'}),
    effect: translate({id: 'commands.effect', message: 'Effect'}),
    runbook: translate({id: 'commands.runbook', message: 'Runbook'}),
    alert: translate({id: 'commands.alert', message: 'Alert'}),
  };
  return words[key];
}
