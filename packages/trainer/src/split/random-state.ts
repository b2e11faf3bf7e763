export { RandomState } from '@xgflow/xgboost-node';
