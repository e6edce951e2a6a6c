//! A thin, safe-looking layer over LLVM's C API: just what the lowerings are written in.
//!
//! Handles are plain copies of LLVM's pointers and live as long as their `Module`; nothing here frees a value that
//! somebody still holds, but for `Value::erase`, which takes the instruction it deletes.
use anyhow::{anyhow, ensure, Result};
use bpf_linker::llvm_sys::{
    self,
    analysis::{LLVMVerifierFailureAction::LLVMReturnStatusAction, LLVMVerifyModule},
    bit_reader::LLVMParseBitcodeInContext2,
    bit_writer::LLVMWriteBitcodeToMemoryBuffer,
    core::*,
    error::LLVMGetErrorMessage,
    ir_reader::LLVMParseIRInContext2,
    linker::LLVMLinkModules2,
    prelude::*,
    target_machine::*,
    transforms::pass_builder::{
        LLVMCreatePassBuilderOptions, LLVMDisposePassBuilderOptions, LLVMRunPasses,
    },
    LLVMLinkage, LLVMTypeKind,
};
pub use bpf_linker::llvm_sys::{LLVMIntPredicate as Predicate, LLVMOpcode as Opcode};
use std::{
    ffi::{c_char, c_void, CStr, CString},
    ptr::null_mut,
    slice,
};

const UNNAMED: *const c_char = c"".as_ptr();

/// A module in a context of its own, and what LLVM complained about while it was worked on.
pub struct Module {
    pub raw: LLVMModuleRef,
    context: LLVMContextRef,
    diagnostics: *mut Vec<Diagnostic>,
}

#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub is_error: bool,
    pub message: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Type(pub LLVMTypeRef);

#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Value(pub LLVMValueRef);

/// Inserts instructions before one that exists, or at the end of a block.
pub struct Builder {
    raw: LLVMBuilderRef,
    context: LLVMContextRef,
}

extern "C" fn record(info: LLVMDiagnosticInfoRef, out: *mut c_void) {
    unsafe {
        let diagnostics = &mut *out.cast::<Vec<Diagnostic>>();
        diagnostics.push(Diagnostic {
            is_error: LLVMGetDiagInfoSeverity(info) as u32 == 0,
            message: take_message(LLVMGetDiagInfoDescription(info)),
        });
    }
}

unsafe fn take_message(message: *mut c_char) -> String {
    if message.is_null() {
        return String::new();
    }
    let text = CStr::from_ptr(message).to_string_lossy().trim().to_owned();
    LLVMDisposeMessage(message);
    text
}

unsafe fn take_buffer(buffer: LLVMMemoryBufferRef) -> Vec<u8> {
    let start = LLVMGetBufferStart(buffer).cast::<u8>();
    let bytes = slice::from_raw_parts(start, LLVMGetBufferSize(buffer)).to_vec();
    LLVMDisposeMemoryBuffer(buffer);
    bytes
}

impl Module {
    pub fn from_bitcode(bitcode: &[u8]) -> Result<Self> {
        Self::read(|context, module| unsafe {
            let buffer = LLVMCreateMemoryBufferWithMemoryRange(
                bitcode.as_ptr().cast(),
                bitcode.len(),
                c"program".as_ptr(),
                0,
            );
            let failed = LLVMParseBitcodeInContext2(context, buffer, module) != 0;
            LLVMDisposeMemoryBuffer(buffer);
            ensure!(!failed, "the linked bitcode cannot be read back");
            Ok(())
        })
    }

    pub fn from_text(text: &str) -> Result<Self> {
        Self::read(|context, module| parse_text(context, text, module))
    }

    fn read(parse: impl FnOnce(LLVMContextRef, *mut LLVMModuleRef) -> Result<()>) -> Result<Self> {
        unsafe {
            let context = LLVMContextCreate();
            let diagnostics = Box::into_raw(Box::<Vec<Diagnostic>>::default());
            LLVMContextSetDiagnosticHandler(context, Some(record), diagnostics.cast());
            let mut raw = null_mut();
            parse(context, &mut raw)?;
            Ok(Self {
                raw,
                context,
                diagnostics,
            })
        }
    }

    /// Links functions written in LLVM's assembly into this module.
    pub fn add_text(&self, text: &str) -> Result<()> {
        unsafe {
            let mut other = null_mut();
            parse_text(self.context, text, &mut other)?;
            LLVMSetTarget(other, LLVMGetTarget(self.raw));
            LLVMSetDataLayout(other, LLVMGetDataLayoutStr(self.raw));
            ensure!(
                LLVMLinkModules2(self.raw, other) == 0,
                "the runtime cannot be linked: {:?}",
                self.diagnostics()
            );
            Ok(())
        }
    }

    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        unsafe { (*self.diagnostics).clone() }
    }

    pub fn functions(&self) -> Vec<Value> {
        unsafe {
            list(
                LLVMGetFirstFunction(self.raw),
                |f| LLVMGetNextFunction(f),
                Value,
            )
        }
    }

    pub fn globals(&self) -> Vec<Value> {
        unsafe {
            list(
                LLVMGetFirstGlobal(self.raw),
                |g| LLVMGetNextGlobal(g),
                Value,
            )
        }
    }

    /// Every instruction of every function, listed before the caller changes any.
    pub fn instructions(&self) -> Vec<Value> {
        self.functions()
            .into_iter()
            .flat_map(Value::instructions)
            .collect()
    }

    pub fn function(&self, name: &str) -> Option<Value> {
        let name = CString::new(name).ok()?;
        let function = unsafe { LLVMGetNamedFunction(self.raw, name.as_ptr()) };
        (!function.is_null()).then_some(Value(function))
    }

    pub fn add_function(&self, name: &str, signature: Type) -> Value {
        let name = CString::new(name).expect("a name without NUL");
        Value(unsafe { LLVMAddFunction(self.raw, name.as_ptr(), signature.0) })
    }

    pub fn builder(&self) -> Builder {
        Builder {
            raw: unsafe { LLVMCreateBuilderInContext(self.context) },
            context: self.context,
        }
    }

    pub fn void(&self) -> Type {
        Type(unsafe { LLVMVoidTypeInContext(self.context) })
    }

    pub fn pointer(&self) -> Type {
        Type(unsafe { LLVMPointerTypeInContext(self.context, 0) })
    }

    pub fn integer(&self, bits: u32) -> Type {
        Type(unsafe { LLVMIntTypeInContext(self.context, bits) })
    }

    pub fn structure(&self, fields: &[Type]) -> Type {
        let mut fields: Vec<_> = fields.iter().map(|t| t.0).collect();
        Type(unsafe {
            LLVMStructTypeInContext(self.context, fields.as_mut_ptr(), fields.len() as u32, 0)
        })
    }

    pub fn signature(&self, returns: Type, params: &[Type]) -> Type {
        let mut params: Vec<_> = params.iter().map(|t| t.0).collect();
        Type(unsafe { LLVMFunctionType(returns.0, params.as_mut_ptr(), params.len() as u32, 0) })
    }

    pub fn verify(&self) -> Result<()> {
        let mut message = null_mut();
        let broken =
            unsafe { LLVMVerifyModule(self.raw, LLVMReturnStatusAction, &mut message) } != 0;
        let message = unsafe { take_message(message) };
        ensure!(!broken, "a lowering made invalid code: {message}");
        Ok(())
    }

    /// Runs LLVM passes, named as `opt -passes` names them.
    pub fn run(&self, passes: &str, machine: &Machine) -> Result<()> {
        unsafe {
            let options = LLVMCreatePassBuilderOptions();
            let pipeline = CString::new(passes)?;
            let error = LLVMRunPasses(self.raw, pipeline.as_ptr(), machine.0, options);
            LLVMDisposePassBuilderOptions(options);
            if error.is_null() {
                return Ok(());
            }
            let message = CStr::from_ptr(LLVMGetErrorMessage(error)).to_string_lossy();
            Err(anyhow!("{passes}: {message}"))
        }
    }

    pub fn print(&self) -> String {
        unsafe { take_message(LLVMPrintModuleToString(self.raw)) }
    }

    pub fn to_bitcode(&self) -> Vec<u8> {
        unsafe { take_buffer(LLVMWriteBitcodeToMemoryBuffer(self.raw)) }
    }

    pub fn emit(&self, machine: &Machine) -> Result<Vec<u8>> {
        unsafe {
            let (mut message, mut buffer) = (null_mut(), null_mut());
            let failed = LLVMTargetMachineEmitToMemoryBuffer(
                machine.0,
                self.raw,
                LLVMCodeGenFileType::LLVMObjectFile,
                &mut message,
                &mut buffer,
            ) != 0;
            ensure!(!failed, "code generation: {}", take_message(message));
            Ok(take_buffer(buffer))
        }
    }
}

impl Drop for Module {
    fn drop(&mut self) {
        unsafe {
            LLVMDisposeModule(self.raw);
            LLVMContextDispose(self.context);
            drop(Box::from_raw(self.diagnostics));
        }
    }
}

fn parse_text(context: LLVMContextRef, text: &str, module: *mut LLVMModuleRef) -> Result<()> {
    unsafe {
        let text = CString::new(text)?;
        let length = text.as_bytes().len();
        let buffer =
            LLVMCreateMemoryBufferWithMemoryRange(text.as_ptr(), length, c"text".as_ptr(), 1);
        let mut message = null_mut();
        let failed = LLVMParseIRInContext2(context, buffer, module, &mut message) != 0;
        LLVMDisposeMemoryBuffer(buffer);
        let message = take_message(message);
        ensure!(!failed, "LLVM assembly: {message}");
        Ok(())
    }
}

unsafe fn list<P, T>(first: *mut P, next: fn(*mut P) -> *mut P, wrap: fn(*mut P) -> T) -> Vec<T> {
    let mut all = vec![];
    let mut item = first;
    while !item.is_null() {
        all.push(wrap(item));
        item = next(item);
    }
    all
}

/// The processor that code is generated for.
pub struct Machine(pub LLVMTargetMachineRef);

impl Machine {
    pub fn new(module: &Module, cpu: &str, features: &CStr) -> Result<Self> {
        unsafe {
            let triple = LLVMGetTarget(module.raw);
            let (mut target, mut message) = (null_mut(), null_mut());
            let unknown = LLVMGetTargetFromTriple(triple, &mut target, &mut message) != 0;
            ensure!(!unknown, "target: {}", take_message(message));
            let cpu = CString::new(cpu)?;
            Ok(Self(LLVMCreateTargetMachine(
                target,
                triple,
                cpu.as_ptr(),
                features.as_ptr(),
                LLVMCodeGenOptLevel::LLVMCodeGenLevelAggressive,
                LLVMRelocMode::LLVMRelocStatic,
                LLVMCodeModel::LLVMCodeModelDefault,
            )))
        }
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        unsafe { LLVMDisposeTargetMachine(self.0) }
    }
}

impl Type {
    fn kind(self) -> LLVMTypeKind {
        unsafe { LLVMGetTypeKind(self.0) }
    }

    pub fn is_void(self) -> bool {
        self.kind() == LLVMTypeKind::LLVMVoidTypeKind
    }

    pub fn is_pointer(self) -> bool {
        self.kind() == LLVMTypeKind::LLVMPointerTypeKind
    }

    pub fn is_float(self) -> bool {
        use LLVMTypeKind::*;
        matches!(
            self.kind(),
            LLVMHalfTypeKind | LLVMFloatTypeKind | LLVMDoubleTypeKind | LLVMFP128TypeKind
        )
    }

    /// The width of an integer, else nothing.
    pub fn bits(self) -> Option<u32> {
        (self.kind() == LLVMTypeKind::LLVMIntegerTypeKind)
            .then(|| unsafe { LLVMGetIntTypeWidth(self.0) })
    }

    /// The parts of a struct or an array, else nothing.
    pub fn elements(self) -> Option<Vec<Type>> {
        unsafe {
            match self.kind() {
                LLVMTypeKind::LLVMStructTypeKind => Some(
                    (0..LLVMCountStructElementTypes(self.0))
                        .map(|i| Type(LLVMStructGetTypeAtIndex(self.0, i)))
                        .collect(),
                ),
                LLVMTypeKind::LLVMArrayTypeKind => Some(vec![
                    Type(LLVMGetElementType(self.0));
                    LLVMGetArrayLength2(self.0) as usize
                ]),
                _ => None,
            }
        }
    }

    pub fn params(self) -> Vec<Type> {
        unsafe {
            let mut params = vec![null_mut(); LLVMCountParamTypes(self.0) as usize];
            LLVMGetParamTypes(self.0, params.as_mut_ptr());
            params.into_iter().map(Type).collect()
        }
    }

    pub fn returns(self) -> Type {
        Type(unsafe { LLVMGetReturnType(self.0) })
    }

    pub fn constant(self, value: u64) -> Value {
        Value(unsafe { LLVMConstInt(self.0, value, 0) })
    }

    pub fn poison(self) -> Value {
        Value(unsafe { LLVMGetPoison(self.0) })
    }
}

impl std::fmt::Display for Type {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&unsafe { take_message(LLVMPrintTypeToString(self.0)) })
    }
}

impl Value {
    pub fn name(self) -> String {
        unsafe {
            let mut length = 0;
            let start = LLVMGetValueName2(self.0, &mut length);
            String::from_utf8_lossy(slice::from_raw_parts(start.cast(), length)).into_owned()
        }
    }

    pub fn set_name(self, name: &str) {
        unsafe { LLVMSetValueName2(self.0, name.as_ptr().cast(), name.len()) }
    }

    pub fn ty(self) -> Type {
        Type(unsafe { LLVMTypeOf(self.0) })
    }

    pub fn opcode(self) -> Opcode {
        unsafe { LLVMGetInstructionOpcode(self.0) }
    }

    pub fn operand(self, index: u32) -> Value {
        Value(unsafe { LLVMGetOperand(self.0, index) })
    }

    pub fn operands(self) -> Vec<Value> {
        let count = unsafe { LLVMGetNumOperands(self.0) } as u32;
        (0..count).map(|i| self.operand(i)).collect()
    }

    pub fn is_constant(self) -> bool {
        unsafe { LLVMIsConstant(self.0) != 0 }
    }

    pub fn constant_value(self) -> Option<u64> {
        unsafe {
            (!LLVMIsAConstantInt(self.0).is_null() && self.ty().bits()? <= 64)
                .then(|| LLVMConstIntGetZExtValue(self.0))
        }
    }

    pub fn replace_with(self, other: Value) {
        unsafe {
            LLVMReplaceAllUsesWith(self.0, other.0);
            LLVMInstructionEraseFromParent(self.0);
        }
    }

    pub fn erase(self) {
        unsafe { LLVMInstructionEraseFromParent(self.0) }
    }

    /// The function that an instruction stands in.
    pub fn function(self) -> Value {
        Value(unsafe { LLVMGetBasicBlockParent(LLVMGetInstructionParent(self.0)) })
    }

    // Calls.

    pub fn is_call(self) -> bool {
        unsafe { !LLVMIsACallInst(self.0).is_null() }
    }

    pub fn is_inline_assembly(self) -> bool {
        unsafe { !LLVMIsAInlineAsm(self.0).is_null() }
    }

    /// The function or pointer that a call calls.
    pub fn callee(self) -> Value {
        Value(unsafe { LLVMGetCalledValue(self.0) })
    }

    /// The name of the function that this calls directly, else nothing.
    pub fn called_name(self) -> Option<String> {
        unsafe {
            if !self.is_call() || LLVMIsAFunction(self.callee().0).is_null() {
                return None;
            }
        }
        Some(self.callee().name())
    }

    pub fn called_signature(self) -> Type {
        Type(unsafe { LLVMGetCalledFunctionType(self.0) })
    }

    pub fn arguments(self) -> Vec<Value> {
        let count = unsafe { LLVMGetNumArgOperands(self.0) };
        (0..count).map(|i| self.operand(i)).collect()
    }

    // Functions.

    pub fn signature(self) -> Type {
        Type(unsafe { LLVMGlobalGetValueType(self.0) })
    }

    pub fn is_declaration(self) -> bool {
        unsafe { LLVMIsDeclaration(self.0) != 0 }
    }

    pub fn is_intrinsic(self) -> bool {
        self.name().starts_with("llvm.")
    }

    pub fn is_constant_global(self) -> bool {
        unsafe { LLVMIsGlobalConstant(self.0) != 0 }
    }

    pub fn is_used(self) -> bool {
        unsafe { !LLVMGetFirstUse(self.0).is_null() }
    }

    pub fn param(self, index: u32) -> Value {
        Value(unsafe { LLVMGetParam(self.0, index) })
    }

    pub fn params(self) -> Vec<Value> {
        (0..unsafe { LLVMCountParams(self.0) })
            .map(|i| self.param(i))
            .collect()
    }

    pub fn instructions(self) -> Vec<Value> {
        self.blocks()
            .into_iter()
            .flat_map(|block| unsafe {
                list(
                    LLVMGetFirstInstruction(block),
                    |i| LLVMGetNextInstruction(i),
                    Value,
                )
            })
            .collect()
    }

    fn blocks(self) -> Vec<LLVMBasicBlockRef> {
        unsafe {
            list(
                LLVMGetFirstBasicBlock(self.0),
                |b| LLVMGetNextBasicBlock(b),
                |b| b,
            )
        }
    }

    pub fn first_instruction(self) -> Value {
        Value(unsafe { LLVMGetFirstInstruction(LLVMGetEntryBasicBlock(self.0)) })
    }

    /// Moves the body into `other`, which has none.
    pub fn move_body(self, other: Value) {
        for block in self.blocks() {
            unsafe {
                LLVMRemoveBasicBlockFromParent(block);
                LLVMAppendExistingBasicBlock(other.0, block);
            }
        }
    }

    pub fn make_internal(self) {
        unsafe { LLVMSetLinkage(self.0, LLVMLinkage::LLVMInternalLinkage) }
    }

    pub fn copy_linkage(self, from: Value) {
        unsafe {
            LLVMSetLinkage(self.0, LLVMGetLinkage(from.0));
            LLVMSetVisibility(self.0, LLVMGetVisibility(from.0));
        }
    }

    pub fn replace_uses(self, other: Value) {
        unsafe { LLVMReplaceAllUsesWith(self.0, other.0) }
    }

    pub fn delete_function(self) {
        unsafe { LLVMDeleteFunction(self.0) }
    }

    /// Removes an attribute such as `sret` from each parameter of a function.
    pub fn remove_param_attribute(self, attribute: &str) {
        let kind = attribute_kind(attribute);
        for i in 1..=self.params().len() as u32 {
            unsafe { LLVMRemoveEnumAttributeAtIndex(self.0, i, kind) };
        }
    }

    /// Removes an attribute such as `sret` from each argument of a call.
    pub fn remove_argument_attribute(self, attribute: &str) {
        let kind = attribute_kind(attribute);
        for i in 1..=self.arguments().len() as u32 {
            unsafe { LLVMRemoveCallSiteEnumAttribute(self.0, i, kind) };
        }
    }

    pub fn remove_text_attribute(self, attribute: &str) {
        let (start, length) = (attribute.as_ptr().cast(), attribute.len() as u32);
        unsafe {
            LLVMRemoveStringAttributeAtIndex(
                self.0,
                llvm_sys::LLVMAttributeFunctionIndex,
                start,
                length,
            )
        }
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&unsafe { take_message(LLVMPrintValueToString(self.0)) })
    }
}

fn attribute_kind(name: &str) -> u32 {
    unsafe { LLVMGetEnumAttributeKindForName(name.as_ptr().cast(), name.len()) }
}

impl Builder {
    pub fn before(&self, instruction: Value) {
        unsafe { LLVMPositionBuilderBefore(self.raw, instruction.0) }
    }

    pub fn call(&self, function: Value, arguments: &[Value]) -> Value {
        self.call_as(function.signature(), function, arguments)
    }

    pub fn call_as(&self, signature: Type, callee: Value, arguments: &[Value]) -> Value {
        let mut arguments: Vec<_> = arguments.iter().map(|v| v.0).collect();
        Value(unsafe {
            LLVMBuildCall2(
                self.raw,
                signature.0,
                callee.0,
                arguments.as_mut_ptr(),
                arguments.len() as u32,
                UNNAMED,
            )
        })
    }

    pub fn binary(&self, opcode: Opcode, left: Value, right: Value) -> Value {
        Value(unsafe { LLVMBuildBinOp(self.raw, opcode, left.0, right.0, UNNAMED) })
    }

    pub fn compare(&self, predicate: Predicate, left: Value, right: Value) -> Value {
        Value(unsafe { LLVMBuildICmp(self.raw, predicate, left.0, right.0, UNNAMED) })
    }

    /// Converts between integer widths: sign- or zero-extends, or truncates.
    pub fn resize(&self, value: Value, to: Type, signed: bool) -> Value {
        Value(unsafe { LLVMBuildIntCast2(self.raw, value.0, to.0, signed.into(), UNNAMED) })
    }

    /// Room on the stack, made at the function's entry.
    pub fn stack_slot(&self, function: Value, ty: Type, alignment: u32) -> Value {
        self.before(function.first_instruction());
        unsafe {
            let slot = LLVMBuildAlloca(self.raw, ty.0, UNNAMED);
            LLVMSetAlignment(slot, alignment);
            Value(slot)
        }
    }

    pub fn field(&self, structure: Type, pointer: Value, index: u32) -> Value {
        Value(unsafe { LLVMBuildStructGEP2(self.raw, structure.0, pointer.0, index, UNNAMED) })
    }

    pub fn load(&self, ty: Type, pointer: Value) -> Value {
        Value(unsafe { LLVMBuildLoad2(self.raw, ty.0, pointer.0, UNNAMED) })
    }

    /// Says that a load always yields the same value, so that it can move to where the value is needed.
    pub fn mark_invariant(&self, load: Value) {
        unsafe {
            let kind = LLVMGetMDKindIDInContext(self.context, c"invariant.load".as_ptr(), 14);
            let empty = LLVMMDNodeInContext2(self.context, null_mut(), 0);
            LLVMSetMetadata(load.0, kind, LLVMMetadataAsValue(self.context, empty));
        }
    }

    pub fn store(&self, value: Value, pointer: Value) {
        unsafe { LLVMBuildStore(self.raw, value.0, pointer.0) };
    }

    pub fn extract(&self, aggregate: Value, index: u32) -> Value {
        Value(unsafe { LLVMBuildExtractValue(self.raw, aggregate.0, index, UNNAMED) })
    }

    pub fn insert(&self, aggregate: Value, value: Value, index: u32) -> Value {
        Value(unsafe { LLVMBuildInsertValue(self.raw, aggregate.0, value.0, index, UNNAMED) })
    }

    pub fn ret(&self, value: Option<Value>) {
        unsafe {
            match value {
                Some(value) => LLVMBuildRet(self.raw, value.0),
                None => LLVMBuildRetVoid(self.raw),
            }
        };
    }
}

impl Drop for Builder {
    fn drop(&mut self) {
        unsafe { LLVMDisposeBuilder(self.raw) }
    }
}
