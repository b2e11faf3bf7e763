export { groupMembers } from './group-members.ts';
export { identifyProcess, isRunning, type ProcessIdentity } from './process-identity.ts';
