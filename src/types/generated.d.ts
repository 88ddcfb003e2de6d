declare module '@generated/docusaurus-runbooks/default/home.json' {
  import type {HomeData} from '../../plugins/docusaurus-runbooks/client';

  const home: HomeData;
  export default home;
}

declare module '@generated/docusaurus-runbooks/default/search.json' {
  import type {SearchDocument} from '../../plugins/docusaurus-runbooks/client';

  const documents: readonly SearchDocument[];
  export default documents;
}

declare module '@generated/docusaurus-runbooks/default/commands.json' {
  import type {StepRow} from '../../plugins/docusaurus-runbooks/client';

  const rows: readonly StepRow[];
  export default rows;
}
