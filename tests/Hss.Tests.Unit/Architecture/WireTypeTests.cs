using System.Collections.Immutable;
using System.Reflection;
using Hss.Grains.Bookings;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;
using Hss.Interfaces.Shop.Support;

namespace Hss.Tests.Unit.Architecture;

/// <summary>
/// Everything that crosses a grain interface can be serialized by the rules of Orleans, so that the same grains run on many silos: checked here,
/// because the embedded host passes references and would let anything through.
/// </summary>
public sealed class WireTypeTests
{
    private static readonly Assembly Interfaces = typeof(IEntityGrain).Assembly;

    [Fact]
    public void EveryTypeThatCrossesAGrainInterface_IsSerializableByTheRulesOfOrleans()
    {
        var roots = GrainInterfaces().SelectMany(i => i.GetMethods()).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
            .Concat(Interfaces.GetExportedTypes().Where(t => t.IsDefined(typeof(GenerateSerializerAttribute))));
        var (types, problems) = WireTypes.Check(roots, t => t.Assembly == Interfaces);

        Assert.Contains(typeof(CallContext), types);
        Assert.Contains(typeof(Outcome<>), types);
        Assert.Empty(problems);
    }

    [Fact]
    public void NoTwoGrainInterfaces_AndNoTwoMethodsOfOne_HaveTheSameNameOnTheWire()
    {
        var interfaces = GrainInterfaces().ToList();
        Assert.NotEmpty(interfaces);
        Assert.Empty(interfaces.SelectMany(i => i.GetMethods()).GroupBy(m => (m.DeclaringType, Alias(m) ?? m.Name)).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(interfaces.GroupBy(i => Alias(i) ?? i.FullName).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void OfExceptions_OursIsTheOneThatCrosses_AndItIsSerializable()
    {
        Assert.Equal([typeof(JournalException)], Interfaces.GetTypes().Where(t => t.IsSubclassOf(typeof(Exception))));
        Assert.NotNull(typeof(JournalException).GetCustomAttribute<GenerateSerializerAttribute>(inherit: false));
        Assert.Equal("hss.journal-exception", Alias(typeof(JournalException)));
        Assert.All(
            typeof(JournalException).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly),
            p => Assert.NotNull(p.GetCustomAttribute<IdAttribute>()));

        // What else grains throw stays within them (internal, and told as a fault of the journal) or is a defect.
        using var grains = Mono.Cecil.ModuleDefinition.ReadModule(typeof(BookingGrain).Assembly.Location);
        var thrown = grains.GetTypes().Where(t => !t.Name.Contains("z__ReadOnly", StringComparison.Ordinal)).SelectMany(t => t.Methods).Where(m => m.HasBody).SelectMany(m => m.Body.Instructions)
            .Where(i => i.OpCode == Mono.Cecil.Cil.OpCodes.Newobj).Select(i => ((Mono.Cecil.MethodReference)i.Operand).DeclaringType)
            .Where(t => t.Name.EndsWith("Exception", StringComparison.Ordinal)).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Contains(nameof(JournalException), thrown);
        Assert.Empty(thrown.Except(
            ["JournalException", "ConflictException", "OperationExistsException", "InvalidOperationException", "ArgumentException", "ArgumentOutOfRangeException",
                "CryptographicException", "SwitchExpressionException", "NotSupportedException"]));
        Assert.All(typeof(BookingGrain).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Exception))), t => Assert.False(t.IsVisible, $"{t.Name} is public"));
    }

    [Fact]
    public void WhatPassesOverStreams_IsSerializableToo()
    {
        var (types, problems) = WireTypes.Check([typeof(RobotTelemetry), typeof(TypingMark)], t => t.Assembly == Interfaces);
        Assert.Contains(typeof(RobotTelemetry), types);
        Assert.Empty(problems);
    }

    [Fact]
    public void EveryGrainClass_HasAGrainTypeOfItsOwn()
    {
        var classes = typeof(BookingGrain).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Grain)) && !t.IsAbstract).ToList();
        Assert.NotEmpty(classes);
        var names = classes.ToLookup(c => c.GetCustomAttribute<GrainTypeAttribute>(inherit: false)?.GrainType);
        Assert.Empty(names[null].Select(c => $"{c.Name} has no [GrainType]"));
        Assert.Empty(names.Where(n => n.Count() > 1).Select(n => $"\"{n.Key}\" is the name of {string.Join(" and ", n.Select(c => c.Name))}"));
    }

    [Theory]
    [InlineData(typeof(NoSerializer), "has no [GenerateSerializer]")]
    [InlineData(typeof(NoAlias), "has no [Alias]")]
    [InlineData(typeof(NoId), "Text has no [Id]")]
    [InlineData(typeof(SameIds), "has members with the same [Id]")]
    [InlineData(typeof(WithObject), "Thing is Object")]
    [InlineData(typeof(WithInterface), "Things is IReadOnlyList`1")]
    [InlineData(typeof(WithList), "Things is List`1")]
    [InlineData(typeof(Deep), "Text has no [Id]")]
    [InlineData(typeof(ForeignEnumHolder), null)]
    public void TheCheck_FindsEachFault(Type type, string? fault)
    {
        var (_, problems) = WireTypes.Check([type], t => t.Assembly == typeof(WireTypeTests).Assembly);
        if (fault is null)
            Assert.Empty(problems);
        else
            Assert.Contains(fault, Assert.Single(problems), StringComparison.Ordinal);
    }

    private static IEnumerable<Type> GrainInterfaces() =>
        Interfaces.GetExportedTypes().Where(t => t.IsInterface && t.IsAssignableTo(typeof(IGrainWithStringKey)));

    private static string? Alias(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;

    [Alias("test.no-serializer")]
    public sealed record NoSerializer;

    [GenerateSerializer]
    public sealed record NoAlias;

    [GenerateSerializer, Alias("test.no-id")]
    public sealed record NoId(string Text);

    [GenerateSerializer, Alias("test.same-ids")]
    public sealed record SameIds([property: Id(0)] string Text, [property: Id(0)] string Other);

    [GenerateSerializer, Alias("test.with-object")]
    public sealed record WithObject([property: Id(0)] object Thing);

    [GenerateSerializer, Alias("test.with-interface")]
    public sealed record WithInterface([property: Id(0)] IReadOnlyList<string> Things);

    [GenerateSerializer, Alias("test.with-list")]
    public sealed record WithList([property: Id(0)] List<string> Things);

    [GenerateSerializer, Alias("test.deep")]
    public sealed record Deep([property: Id(0)] ImmutableArray<NoId[]> Things);

    [GenerateSerializer, Alias("test.foreign-enum")]
    public sealed record ForeignEnumHolder([property: Id(0)] DayOfWeek? Day, [property: Id(1)] Guid[] Ids);
}
