import type {ComponentProps} from 'react';
import {INPUTS_ATTRIBUTE} from '../../../plugins/remark-runbook/page-inputs';
import {InputsBar} from '../inputs';

/** A section of a page: the one for its inputs, or one that Markdown made, such as footnotes. */
export function PageSection(
  props: ComponentProps<'section'> & {readonly [INPUTS_ATTRIBUTE]?: unknown},
) {
  const json = props[INPUTS_ATTRIBUTE];
  return json === undefined ? <section {...props} /> : <InputsBar json={json} />;
}
