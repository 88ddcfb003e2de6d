import Buttons from '@theme-original/CodeBlock/Buttons';
import type {Props} from '@theme/CodeBlock/Buttons';
import {useCopySource} from '../../../components/copy';

export default function ButtonsWrapper(props: Props) {
  return useCopySource()?.kind === 'step' ? null : <Buttons {...props} />;
}
