import { Empty, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { TypeList, type TypeItem } from '../../parts/type-list';
import classes from '../../parts/type-list.module.css';
import type { ContentTypeSummary } from '../../api';
import { TopBar } from '../../shell/top-bar';
import { useContentTypes } from '../site-data';
import { isModel, useRecordTypes } from './record-types';

const itemOf = (type: ContentTypeSummary): TypeItem => ({
  key: type.name,
  label: type.labelPlural,
  description: type.description,
  icon: type.icon,
  link: { to: '/records/$type', params: { type: type.name } },
});

/** Every kind of content without a place in the tree. */
export function RecordTypesScreen() {
  const types = useRecordTypes();
  const loaded = useContentTypes().length > 0;
  const snippets = types.filter((type) => !isModel(type));
  const models = types.filter(isModel);
  useTitle('Content');
  return (
    <>
      <TopBar
        crumbs={[{ label: 'Content', link: { to: '/records' } }]}
        phoneTitle="Content"
        sideButton="Show the kinds of content"
        back={{ label: 'Home', link: { to: '/' } }}
      />
      <div className={classes.scroller}>
        <div className={classes.narrow}>
          <h1>Content</h1>
          <p className={classes.lead}>What has no place in the tree of pages.</p>
          {!loaded ? (
            <SkeletonRows rows={3} height="72px" />
          ) : types.length === 0 ? (
            <Empty>No content beside pages is declared for this site, or none you may see.</Empty>
          ) : (
            <>
              {snippets.length > 0 && (
                <section className={classes.section}>
                  <h2>Snippets</h2>
                  <p>Pieces that many pages share. Change one, and every page that uses it follows.</p>
                  <TypeList items={snippets.map(itemOf)} fallback="puzzle" label="Snippets" />
                </section>
              )}
              {models.length > 0 && (
                <section className={classes.section}>
                  <h2>Records</h2>
                  <p>Rows of the site’s own tables.</p>
                  <TypeList items={models.map(itemOf)} fallback="puzzle" label="Records" />
                </section>
              )}
            </>
          )}
        </div>
      </div>
    </>
  );
}
