using System.Linq.Expressions;
using System.Reflection;

namespace Hss.Embedded.Calls;

/// <summary>A method of a grain interface: how to make a call of it and how to run it on a grain.</summary>
internal abstract class GrainMethod(MethodInfo method)
{
    /// <summary>The form <c>IStockGrain.Hold</c> of messages.</summary>
    internal string Name { get; } = $"{method.DeclaringType!.Name}.{method.Name}";

    internal bool AlwaysInterleave { get; } = method.IsDefined(typeof(AlwaysInterleaveAttribute));

    /// <summary>Makes a call, and in <paramref name="answer"/> what its caller gets: the task of the method's return type.</summary>
    internal abstract Call NewCall(object?[] args, out object answer);

    /// <summary>Reads a method of a grain interface, or says in <paramref name="problem"/> why it cannot be called.</summary>
    internal static GrainMethod? TryCreate(MethodInfo method, out string? problem)
    {
        problem = null;
        var type = method.ReturnType;
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        if (method.IsGenericMethodDefinition || method.GetParameters().Any(p => p.ParameterType.IsByRef))
            problem = $"{method.DeclaringType!.Name}.{method.Name} is generic or has ref parameters";
        else if (definition != typeof(Task) && definition != typeof(Task<>) && definition != typeof(ValueTask) && definition != typeof(ValueTask<>))
            problem = $"{method.DeclaringType!.Name}.{method.Name} does not return Task or ValueTask";
        if (problem is not null)
            return null;
        var answer = type.IsGenericType ? type.GetGenericArguments()[0] : typeof(NoAnswer);
        return (GrainMethod)Activator.CreateInstance(
            typeof(GrainMethod<>).MakeGenericType(answer), BindingFlags.Instance | BindingFlags.NonPublic, null, [method], null)!;
    }

    /// <summary>Compiles <c>(grain, args) => ((IFoo)grain).Method((A)args[0], …)</c>, as a task.</summary>
    protected static Func<object, object?[], Task> Compile(MethodInfo method)
    {
        var grain = Expression.Parameter(typeof(object));
        var args = Expression.Parameter(typeof(object?[]));
        Expression call = Expression.Call(
            Expression.Convert(grain, method.DeclaringType!),
            method,
            method.GetParameters().Select((p, i) => Expression.Convert(Expression.ArrayIndex(args, Expression.Constant(i)), p.ParameterType)));
        if (method.ReturnType.IsValueType)
            call = Expression.Call(call, nameof(ValueTask.AsTask), null);
        return Expression.Lambda<Func<object, object?[], Task>>(call, grain, args).Compile();
    }
}

/// <inheritdoc />
internal sealed class GrainMethod<T> : GrainMethod
{
    private readonly Func<object, object?[], Task> _invoke;
    private readonly Type _returns;

    internal GrainMethod(MethodInfo method) : base(method)
    {
        _invoke = Compile(method);
        _returns = method.ReturnType;
    }

    /// <summary>Runs the method on a grain.</summary>
    internal Task Invoke(Grain grain, object?[] args) => _invoke(grain, args) ?? throw new InvalidOperationException($"{Name} returned null.");

    internal override Call NewCall(object?[] args, out object answer)
    {
        var call = new Call<T>(this, args);
        if (!_returns.IsValueType)
            answer = call.Answer;
        else if (_returns == typeof(ValueTask))
            answer = new ValueTask(call.Answer);
        else
            answer = new ValueTask<T>(call.Answer);
        return call;
    }
}
