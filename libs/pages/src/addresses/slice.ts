import type { Slice } from '../slice.js';
import { AddressesController } from './addresses.controller.js';
import { ForgetAddress } from './forget-address.action.js';
import { PageAddresses } from './page-addresses.js';

/** Where pages are and were to be found. */
export const ADDRESSES: Slice = {
  controllers: [AddressesController],
  providers: [PageAddresses, ForgetAddress],
};
