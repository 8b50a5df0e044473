import { Global, Module } from '@nestjs/common';
import { EditSettings } from './actions/edit-settings.action.js';
import { SettingsController } from './http/settings.controller.js';
import './permissions.js';
import { SettingsDetails } from './queries/settings-details.js';
import { SettingsSources } from './queries/settings-sources.js';
import { SettingsValues } from './queries/settings-values.js';
import { SettingsTypes } from './settings-types.js';
import { Settings } from './settings.js';

const providers = [Settings, SettingsTypes, SettingsValues, SettingsDetails, SettingsSources, EditSettings];

/** Values of which there is one set for each site, or for the whole installation. */
@Global()
@Module({ controllers: [SettingsController], providers, exports: providers })
export class SettingsModule {}
