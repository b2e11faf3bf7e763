export { groupMembers } from './group-members.ts';
export {
  identifyProcess,
  isOutOfSight,
  isRunning,
  type ProcessIdentity,
} from './process-identity.ts';
