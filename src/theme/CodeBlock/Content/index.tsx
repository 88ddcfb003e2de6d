import useIsBrowser from '@docusaurus/useIsBrowser';
import Content from '@theme-original/CodeBlock/Content';
import type {Props} from '@theme/CodeBlock/Content';
import {useCopySource} from '../../../components/copy';
import {CodeWithInputs} from '../../../components/inputs';

/** The theme's code, which reads as it is written until the page is alive; then inputs are chips. */
export default function ContentWrapper(props: Props) {
  const source = useCopySource();
  const isBrowser = useIsBrowser();
  if (!isBrowser || source?.kind !== 'step' || source.uses.length === 0) {
    return <Content {...props} />;
  }
  return <CodeWithInputs {...props} uses={source.uses} />;
}
