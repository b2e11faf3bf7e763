/**
 * The C functions this package calls: C names, in the order of `xgboost/c_api.h` of 3.2.0.
 * `H` is a handle, `P` a pointer to memory of ours or NULL; every function returns 0 on success
 * unless it says otherwise. What is left out is named in place, with the reason.
 */
export const signatures = {
  XGBoostVersion: ['void', ['P', 'P', 'P']],
  XGBuildInfo: ['int', ['P']],
  XGBGetLastError: ['str', []],
  // XGBGetLastErrorCode: the text says more than the code.
  XGBRegisterLogCallback: ['int', ['P']],
  XGBSetGlobalConfig: ['int', ['str']],
  XGBGetGlobalConfig: ['int', ['P']],

  // XGDMatrixCreateFromFile, XGDMatrixCreateFromURI: reading text is deprecated upstream, tables come from JavaScript.
  XGDMatrixCreateFromColumnar: ['int', ['str', 'str', 'P']],
  XGDMatrixCreateFromCSR: ['int', ['str', 'str', 'str', 'u64', 'str', 'P']],
  // XGDMatrixCreateFromCSC: rows are what programs have.
  XGDMatrixCreateFromDense: ['int', ['str', 'str', 'P']],
  // XGDMatrixCreateFromCudaColumnar, XGDMatrixCreateFromCudaArrayInterface: the CPU build has no GPU memory.
  // XGDMatrixCreateFromDataIter, XGDMatrixCreateFromMat, XGDMatrixCreateFromMat_omp: deprecated.
  XGProxyDMatrixCreate: ['int', ['P']],
  // XGDMatrixCreateFromCallback, XGExtMemQuantileDMatrixCreateFromCallback: data larger than memory is not offered yet.
  XGQuantileDMatrixCreateFromCallback: ['int', ['H', 'H', 'H', 'P', 'P', 'str', 'P']],
  // XGProxyDMatrixSetDataCudaArrayInterface, XGProxyDMatrixSetDataCudaColumnar: the CPU build has no GPU memory.
  XGProxyDMatrixSetDataColumnar: ['int', ['H', 'str']],
  XGProxyDMatrixSetDataDense: ['int', ['H', 'str']],
  // XGProxyDMatrixSetDataCSR: sparse rows are predicted as a matrix.
  XGDMatrixSliceDMatrixEx: ['int', ['H', 'P', 'u64', 'P', 'int']],
  // XGDMatrixSliceDMatrix: the older form of the same.
  XGDMatrixFree: ['int', ['H']],
  // XGDMatrixSaveBinary: a private format that no other version must read.
  XGDMatrixSetInfoFromInterface: ['int', ['H', 'str', 'str']],
  // XGDMatrixSetFloatInfo, XGDMatrixSetUIntInfo, XGDMatrixSetDenseInfo: deprecated.
  XGDMatrixSetStrFeatureInfo: ['int', ['H', 'str', 'P', 'u64']],
  XGDMatrixGetStrFeatureInfo: ['int', ['H', 'str', 'P', 'P']],
  // XGDMatrixGetInfoRef: the float getter below is enough for what can be set.
  XGDMatrixGetFloatInfo: ['int', ['H', 'str', 'P', 'P']],
  // XGDMatrixGetUIntInfo: the caller has the queries.
  XGDMatrixNumRow: ['int', ['H', 'P']],
  XGDMatrixNumCol: ['int', ['H', 'P']],
  XGDMatrixNumNonMissing: ['int', ['H', 'P']],
  // XGDMatrixDataSplitMode: always by row here.
  // XGDMatrixGetDataAsCSR, XGDMatrixGetQuantileCut: for inspection only.
  // XGDMatrixGetCategories, XGDMatrixGetCategoriesExportToArrow: the DMatrix remembers the levels it was given.

  XGBoosterCreate: ['int', ['P', 'u64', 'P']],
  XGBoosterFree: ['int', ['H']],
  XGBoosterReset: ['int', ['H']],
  XGBoosterSlice: ['int', ['H', 'int', 'int', 'int', 'P']],
  XGBoosterBoostedRounds: ['int', ['H', 'P']],
  XGBoosterSetParam: ['int', ['H', 'str', 'str']],
  XGBoosterGetNumFeature: ['int', ['H', 'P']],
  XGBoosterUpdateOneIter: ['int', ['H', 'int', 'H']],
  // XGBoosterBoostOneIter: deprecated.
  XGBoosterTrainOneIter: ['int', ['H', 'H', 'int', 'str', 'str']],
  // XGBoosterTrainOneIterWithSplitGrad: experimental, vector leaves only.
  XGBoosterEvalOneIter: ['int', ['H', 'int', 'P', 'P', 'u64', 'P']],
  // XGBoosterPredict: deprecated.
  XGBoosterPredictFromDMatrix: ['int', ['H', 'H', 'str', 'P', 'P', 'P']],
  XGBoosterPredictFromDense: ['int', ['H', 'str', 'str', 'H', 'P', 'P', 'P']],
  XGBoosterPredictFromColumnar: ['int', ['H', 'str', 'str', 'H', 'P', 'P', 'P']],
  // XGBoosterPredictFromCSR: sparse rows are predicted as a matrix. XGBoosterPredictFromCuda*: GPU.
  // XGBoosterLoadModel, XGBoosterSaveModel: files are read and written by Node, so that a write is atomic.
  XGBoosterLoadModelFromBuffer: ['int', ['H', 'P', 'u64']],
  XGBoosterSaveModelToBuffer: ['int', ['H', 'str', 'P', 'P']],
  XGBoosterSerializeToBuffer: ['int', ['H', 'P', 'P']],
  XGBoosterUnserializeFromBuffer: ['int', ['H', 'P', 'u64']],
  XGBoosterSaveJsonConfig: ['int', ['H', 'P', 'P']],
  // XGBoosterLoadJsonConfig: parameters are set by name.
  // XGBoosterDumpModel, XGBoosterDumpModelWithFeatures, XGBoosterDumpModelExWithFeatures: older or narrower than the next.
  XGBoosterDumpModelEx: ['int', ['H', 'str', 'int', 'str', 'P', 'P']],
  XGBoosterGetAttr: ['int', ['H', 'str', 'P', 'P']],
  XGBoosterSetAttr: ['int', ['H', 'str', 'str']],
  XGBoosterGetAttrNames: ['int', ['H', 'P', 'P']],
  XGBoosterSetStrFeatureInfo: ['int', ['H', 'str', 'P', 'u64']],
  XGBoosterGetStrFeatureInfo: ['int', ['H', 'str', 'P', 'P']],
  XGBoosterFeatureScore: ['int', ['H', 'str', 'P', 'P', 'P', 'P', 'P']],
  // XGBoosterGetCategories: the form that exports them is the one that can be read.
  XGBoosterGetCategoriesExportToArrow: ['int', ['H', 'P', 'P', 'P']],
  XGBCategoriesFree: ['int', ['H']],
  // XGTracker*, XGCommunicator*: distributed training is not offered.
} as const;

/** A pointer to memory of the library; 0n is NULL. */
export type Pointer = bigint;

interface Arguments {
  H: Pointer | null;
  P: NodeJS.TypedArray | Pointer | null;
  str: string | null;
  int: number;
  u64: number;
}

type ArgumentList<Kinds extends readonly (keyof Arguments)[]> = {
  -readonly [Index in keyof Kinds]: Arguments[Kinds[Index]];
};

export type FunctionName = keyof typeof signatures;

/** The JavaScript arguments of one C function. */
export type FunctionArguments<Name extends FunctionName> = ArgumentList<
  (typeof signatures)[Name][1]
>;

/** koffi's name of each kind. Only anonymous types: koffi refuses a named type that is declared twice. */
export const koffiTypes = {
  H: 'void *',
  P: 'void *',
  str: 'str',
  int: 'int',
  u64: 'uint64_t',
  void: 'void',
} as const;
