/** Values of which there is one set for each site, or for the whole installation. */
export { EditSettings, type EditSettingsInput } from './actions/edit-settings.action.js';
export * from './events.js';
export * from './hooks.js';
export { SettingsDetails, type SettingsDetail, type SettingsSummary } from './queries/settings-details.js';
export { GLOBAL_ID, SettingsContent } from './settings-content.js';
export { SettingsType, type SettingsTypeOptions } from './settings-type.decorator.js';
export { SettingsTypes } from './settings-types.js';
export { Settings, type SettingsWish } from './settings.js';
export { SettingsModule } from './settings.module.js';
