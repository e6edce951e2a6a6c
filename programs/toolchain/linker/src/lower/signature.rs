//! Signatures that don't fit the registers: five for arguments, one for what is returned.
//!
//! Arguments and results are taken apart into words. The first result goes in r0, the first four arguments in registers,
//! the rest through a frame on the caller's stack, whose address is the last argument. A function and its callers,
//! direct or through a pointer, derive the same layout from the same type.
use crate::ir::{Builder, Module, Opcode, Type, Value};

const ARGUMENT_REGISTERS: usize = 5;
const WORD: u32 = 64;

pub fn lower(module: &Module) {
    for function in module.functions() {
        if !function.is_intrinsic() {
            if let Some(layout) = Layout::of(module, function.signature()) {
                rewrite_function(module, function, &layout);
            }
        }
    }
    for function in module.functions() {
        rewrite_calls(module, function);
        drop_struct_returns(function);
    }
}

/// How a wide signature is passed.
struct Layout {
    signature: Type,
    params: Vec<Type>,
    returns: Type,
    /// Words passed in registers; further ones are fields of the frame, after the results.
    in_registers: usize,
    /// The frame's fields: results but the first, then arguments.
    frame: Type,
    results_in_frame: usize,
}

impl Layout {
    /// Nothing when the signature fits the registers as it is.
    fn of(module: &Module, signature: Type) -> Option<Self> {
        let (params, returns) = (signature.params(), signature.returns());
        let arguments: Vec<_> = params.iter().flat_map(|&t| words(module, t)).collect();
        let results = words(module, returns);
        if arguments.len() <= ARGUMENT_REGISTERS
            && results.len() <= 1
            && returns.elements().is_none()
        {
            return None;
        }
        let in_registers = arguments.len().min(ARGUMENT_REGISTERS - 1);
        let in_frame = results.get(1..).unwrap_or_default();
        let frame = module.structure(&[in_frame, &arguments[in_registers..]].concat());
        let mut passed = arguments[..in_registers].to_vec();
        passed.push(module.pointer());
        let first = results.first().copied().unwrap_or(module.void());
        Some(Self {
            signature: module.signature(first, &passed),
            params,
            returns,
            in_registers,
            frame,
            results_in_frame: in_frame.len(),
        })
    }

    fn argument_field(&self, word: usize) -> u32 {
        (self.results_in_frame + word - self.in_registers) as u32
    }
}

fn rewrite_function(module: &Module, function: Value, layout: &Layout) {
    let name = function.name();
    function.set_name("");
    let narrow = module.add_function(&name, layout.signature);
    narrow.copy_linkage(function);
    if !function.is_declaration() {
        let builder = module.builder();
        function.move_body(narrow);
        builder.before(narrow.first_instruction());
        let frame = narrow.param(layout.in_registers as u32);
        let mut word = 0;
        let mut next = |ty| {
            let value = if word < layout.in_registers {
                narrow.param(word as u32)
            } else {
                let field = builder.field(layout.frame, frame, layout.argument_field(word));
                let load = builder.load(ty, field);
                builder.mark_invariant(load);
                load
            };
            word += 1;
            value
        };
        for (i, &ty) in layout.params.iter().enumerate() {
            let value = join(module, &builder, ty, &mut next);
            function.param(i as u32).replace_uses(value);
        }
        for instruction in narrow.instructions() {
            if instruction.opcode() == Opcode::LLVMRet {
                rewrite_return(module, &builder, instruction, frame, layout);
            }
        }
    }
    function.replace_uses(narrow);
    function.delete_function();
}

fn rewrite_return(
    module: &Module,
    builder: &Builder,
    instruction: Value,
    frame: Value,
    layout: &Layout,
) {
    builder.before(instruction);
    let mut results = vec![];
    if !layout.returns.is_void() {
        split(module, builder, instruction.operand(0), &mut results);
    }
    for (field, &word) in results.iter().skip(1).enumerate() {
        builder.store(word, builder.field(layout.frame, frame, field as u32));
    }
    builder.ret(results.first().copied());
    instruction.erase();
}

fn rewrite_calls(module: &Module, function: Value) {
    let builder = module.builder();
    let calls: Vec<_> = function
        .instructions()
        .into_iter()
        .filter(|i| i.is_call() && !i.callee().is_inline_assembly())
        .filter(|i| !i.callee().is_intrinsic())
        .filter_map(|i| Some((i, Layout::of(module, i.called_signature())?)))
        .collect();
    // A frame is read back before the next call, so all calls of one layout share one.
    let mut frames: Vec<(Type, Value)> = vec![];
    for (call, layout) in calls {
        let frame = match frames.iter().find(|(ty, _)| *ty == layout.frame) {
            Some((_, frame)) => *frame,
            None => {
                let frame = builder.stack_slot(function, layout.frame, 8);
                frames.push((layout.frame, frame));
                frame
            }
        };
        rewrite_call(module, &builder, call, frame, &layout);
    }
}

fn rewrite_call(module: &Module, builder: &Builder, call: Value, frame: Value, layout: &Layout) {
    builder.before(call);
    let mut arguments = vec![];
    for argument in call.arguments() {
        split(module, builder, argument, &mut arguments);
    }
    for (word, &value) in arguments.iter().enumerate().skip(layout.in_registers) {
        builder.store(
            value,
            builder.field(layout.frame, frame, layout.argument_field(word)),
        );
    }
    arguments.truncate(layout.in_registers);
    arguments.push(frame);
    let first = builder.call_as(layout.signature, call.callee(), &arguments);
    if layout.returns.is_void() {
        return call.erase();
    }
    let mut results = (0..).map(|field| (field, first));
    let result = join(
        module,
        builder,
        layout.returns,
        &mut |ty| match results.next() {
            Some((0, first)) => first,
            Some((word, _)) => {
                builder.load(ty, builder.field(layout.frame, frame, word as u32 - 1))
            }
            None => unreachable!("an endless range ended"),
        },
    );
    call.replace_with(result);
}

/// The types of a value's words.
fn words(module: &Module, ty: Type) -> Vec<Type> {
    if let Some(elements) = ty.elements() {
        return elements
            .into_iter()
            .flat_map(|t| words(module, t))
            .collect();
    }
    match ty.bits() {
        Some(bits) if bits > WORD => {
            vec![module.integer(WORD), module.integer(bits - WORD)]
        }
        _ if ty.is_void() => vec![],
        _ => vec![ty],
    }
}

/// Takes a value apart into its words.
fn split(module: &Module, builder: &Builder, value: Value, out: &mut Vec<Value>) {
    let ty = value.ty();
    if let Some(elements) = ty.elements() {
        for i in 0..elements.len() {
            split(module, builder, builder.extract(value, i as u32), out);
        }
        return;
    }
    match ty.bits() {
        Some(bits) if bits > WORD => {
            let high = builder.binary(Opcode::LLVMLShr, value, ty.constant(WORD.into()));
            out.push(builder.resize(value, module.integer(WORD), false));
            out.push(builder.resize(high, module.integer(bits - WORD), false));
        }
        _ => out.push(value),
    }
}

/// Puts a value together from its words, which `next` yields in order.
fn join(
    module: &Module,
    builder: &Builder,
    ty: Type,
    next: &mut impl FnMut(Type) -> Value,
) -> Value {
    if let Some(elements) = ty.elements() {
        let mut whole = ty.poison();
        for (i, &element) in elements.iter().enumerate() {
            let part = join(module, builder, element, next);
            whole = builder.insert(whole, part, i as u32);
        }
        return whole;
    }
    match ty.bits() {
        Some(bits) if bits > WORD => {
            let low = builder.resize(next(module.integer(WORD)), ty, false);
            let high = builder.resize(next(module.integer(bits - WORD)), ty, false);
            let shifted = builder.binary(Opcode::LLVMShl, high, ty.constant(WORD.into()));
            builder.binary(Opcode::LLVMOr, low, shifted)
        }
        _ => next(ty),
    }
}

/// The backend refuses `sret`, which only says that a pointer is for the result.
fn drop_struct_returns(function: Value) {
    function.remove_param_attribute("sret");
    for call in function.instructions() {
        if call.is_call() {
            call.remove_argument_attribute("sret");
        }
    }
}
