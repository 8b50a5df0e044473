import type { PageDetail } from '../../api';
import type { Crumb } from '../../shell/top-bar';
import { SiblingMenu } from './sibling-menu';

/** The breadcrumbs of a list: the pages above, then the page itself; each leads to its neighbours too. */
export function wayTo(pageId: number | null, page: PageDetail | undefined): Crumb[] {
  if (pageId === null) return [{ label: 'Pages', link: { to: '/pages' } }];
  const steps = page ? [...page.ancestors, page] : [];
  return steps.map(({ id, title }, index) => ({
    label: title,
    link: { to: '/pages/$pageId', params: { pageId: String(id) } },
    menu: <SiblingMenu parent={steps[index - 1]?.id ?? 'root'} current={id} title={title} />,
  }));
}
