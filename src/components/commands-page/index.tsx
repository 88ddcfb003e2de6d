import {translate} from '@docusaurus/Translate';
import type {ListData, StepChoices, StepRow} from '../../../plugins/docusaurus-runbooks/client';
import {ListPage, PagesNav} from '../list-page';
import {FilterBar} from './filter-bar';
import {FoundSteps} from './found-steps';
import {StepTable} from './step-table';
import {isEmptyFilter} from './step-filter';
import {useStepFilter} from './use-step-filter';

export type CommandsPageProps = {
  readonly data: ListData<StepRow>;
  readonly choices: StepChoices;
};

/** Every command and query; filters come with JavaScript, pages work without. */
export function CommandsPage({data, choices}: CommandsPageProps) {
  const {filter, setFilter, isReady} = useStepFilter();
  return (
    <ListPage
      title={translate({id: 'commands.title', message: 'Commands and queries'})}
      lead={translate({
        id: 'commands.lead',
        message: 'Everything that the runbooks run: each with what it can do and where it stands.',
      })}
    >
      {isReady && <FilterBar filter={filter} choices={choices} onChange={setFilter} />}
      {isEmptyFilter(filter) ? (
        <>
          <StepTable rows={data.rows} />
          <PagesNav list={data} />
        </>
      ) : (
        <FoundSteps key={JSON.stringify(filter)} filter={filter} list={data} />
      )}
    </ListPage>
  );
}
