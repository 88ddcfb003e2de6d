import CodeBlock from '@theme-original/CodeBlock';
import type {Props} from '@theme/CodeBlock';
import {Children} from 'react';
import {readStepAttributes} from '../../../plugins/remark-runbook/attributes';
import {CopySourceProvider, copyText} from '../../components/copy';
import {StepBlock} from '../../components/step-block';

/** The theme's code block; the frame of a step around it where the remark plugin has marked one. */
export default function CodeBlockWrapper(props: Props) {
  const parts = Children.toArray(props.children);
  if (!parts.every(part => typeof part === 'string')) return <CodeBlock {...props} />;
  const text = copyText(parts.join(''));
  const step = readStepAttributes({...props});
  const metastring = props.metastring && withoutTag(props.metastring);
  if (step === undefined) {
    return (
      <CopySourceProvider value={{kind: 'block', text}}>
        <CodeBlock {...props} {...(metastring !== undefined && {metastring})} />
      </CopySourceProvider>
    );
  }
  return (
    <StepBlock step={step} text={text}>
      <CopySourceProvider value={{kind: 'step', uses: step.uses}}>
        <CodeBlock {...props} metastring={withoutTitle(metastring ?? '')} />
      </CopySourceProvider>
    </StepBlock>
  );
}

/** Leaves what Docusaurus takes, so that no part of a tag is read as a range of lines. */
function withoutTag(metastring: string): string {
  return metastring.replace(/^\s*\{\s*"(?:[^"}]|"(?:[^"\\]|\\.)*")*\}/, '').trim();
}

function withoutTitle(metastring: string): string {
  return metastring.replace(/(?:^|\s)title=(["']).*?\1/, '').trim();
}
