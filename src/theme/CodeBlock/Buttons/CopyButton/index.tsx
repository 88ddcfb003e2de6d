import {translate} from '@docusaurus/Translate';
import OriginalCopyButton from '@theme-original/CodeBlock/Buttons/CopyButton';
import type {Props} from '@theme/CodeBlock/Buttons/CopyButton';
import {CopyButton, useCopySource} from '../../../../components/copy';

export default function CopyButtonWrapper(props: Props) {
  const source = useCopySource();
  if (source?.kind !== 'block') return <OriginalCopyButton {...props} />;
  const label = translate({id: 'runbook.copy.block', message: 'Copy this block'});
  return <CopyButton text={source.text} label={label} className={props.className} />;
}
