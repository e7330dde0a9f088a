using System.Reflection;
using Hss.Grains.Bookings;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Interfaces.Entities;
using Mono.Cecil;

namespace Hss.Tests.Unit.Architecture;

/// <summary>The lines that the design draws, held by looking at the built assemblies and the sources.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Interfaces = typeof(EntityKey).Assembly;
    private static readonly Assembly Grains = typeof(EntityKind).Assembly;
    private static readonly Assembly Silo = typeof(Hss.Silo.Journal.CommitPipeline).Assembly;

    [Fact]
    public void References_GoOneWay()
    {
        Assert.Equal(["Hss.Embedded"], Ours(Interfaces));
        Assert.Equal(["Hss.Embedded", "Hss.Interfaces"], Ours(Grains));
        Assert.DoesNotContain("Hss.Api", Ours(Silo));
        Assert.Empty(Ours(typeof(Grain).Assembly));
    }

    [Fact]
    public void Grains_SeeNoWebAndNoDatabase() =>
        Assert.DoesNotContain(Grains.GetReferencedAssemblies(), a =>
            a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || a.Name is "Npgsql" or "Dapper" || a.Name.StartsWith("Microsoft.Data", StringComparison.Ordinal));

    [Fact]
    public void EveryGrainInterface_DeclaresItsTier()
    {
        var without = Interfaces.GetTypes().Where(IsGrainInterface).Where(t => t != typeof(IEntityGrain) && t != typeof(IHoldOwner) && t.GetCustomAttribute<GrainTierAttribute>() is null);
        Assert.Empty(without.Select(t => t.Name));
    }

    [Fact]
    public void Grains_CallOnlyLowerTiers()
    {
        var tiers = Interfaces.GetTypes().Where(IsGrainInterface).Where(t => t.GetCustomAttribute<GrainTierAttribute>() is not null)
            .ToDictionary(t => t.FullName!, t => t.GetCustomAttribute<GrainTierAttribute>()!.Tier);
        using var module = ModuleDefinition.ReadModule(Grains.Location);
        var wrong = new List<string>();
        var seen = 0;
        foreach (var type in module.GetTypes())
        {
            if (OutermostGrain(type) is not { } grain || tiers.GetValueOrDefault(GrainInterfaceOf(grain, tiers)) is not (> 0 and var own))
                continue;
            foreach (var instruction in type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions))
            {
                if (instruction.Operand is not MethodReference called || !tiers.TryGetValue(called.DeclaringType.FullName, out var tier))
                    continue;
                seen++;
                if (tier <= own)
                    wrong.Add($"{grain.Name} ({own}) calls {called.DeclaringType.Name} ({tier})");
            }
        }

        Assert.Empty(wrong);
        Assert.True(seen > 0, "No call between grains was found: the test looks at the wrong place");
    }

    [Fact]
    public void Rules_TakeNoGrainClockOrIO()
    {
        using var module = ModuleDefinition.ReadModule(Grains.Location);
        var rules = module.GetTypes().Where(t => OutermostOf(t).Name.EndsWith("Rules", StringComparison.Ordinal)).ToList();
        Assert.Contains(rules, t => t.FullName == typeof(BookingRules).FullName);
        string[] forbidden = ["System.TimeProvider", "System.IO.", "System.Net.", "System.Threading.Tasks.Task", "Hss.Embedded.IGrainFactory", "System.Random"];
        var found = rules
            .SelectMany(t => t.Methods.Where(m => m.HasBody), (t, m) => (Type: t, Method: m))
            .SelectMany(x => x.Method.Body.Instructions, (x, i) => (x.Type, x.Method, Used: (i.Operand as MemberReference)?.DeclaringType?.FullName ?? ""))
            .Where(x => forbidden.Any(f => x.Used.StartsWith(f, StringComparison.Ordinal)));
        Assert.Empty(found.Select(x => $"{x.Type.Name}.{x.Method.Name} uses {x.Used}"));
    }

    // Beside the analyzer's list of banned names: this one sees what is built, also where a rule was switched off.
    [Fact]
    public void Grains_SeeNoClockChanceOrThreads()
    {
        (string Type, string Members)[] banned =
        [
            ("System.DateTime", "get_Now get_UtcNow get_Today"),
            ("System.DateTimeOffset", "get_Now get_UtcNow"),
            ("System.TimeProvider", "get_System"),
            ("System.Diagnostics.Stopwatch", "StartNew GetTimestamp Start"),
            ("System.Environment", "get_TickCount get_TickCount64"),
            ("System.Guid", "NewGuid CreateVersion7"),
            ("System.Random", ".ctor get_Shared"),
            ("System.Security.Cryptography.RandomNumberGenerator", "Create GetBytes GetInt32 Fill GetHexString GetString GetItems"),
            ("System.Threading.Tasks.Task", "Run Wait WaitAll WaitAny ConfigureAwait RunSynchronously"),
            ("System.Threading.Tasks.Task`1", "get_Result ConfigureAwait"),
            ("System.Threading.Tasks.ValueTask", "ConfigureAwait"),
            ("System.Threading.Tasks.ValueTask`1", "get_Result ConfigureAwait"),
            ("System.Threading.Tasks.TaskFactory", "StartNew"),
            ("System.Threading.Thread", ".ctor Sleep"),
            ("System.Threading.ThreadPool", "QueueUserWorkItem UnsafeQueueUserWorkItem"),
        ];
        var names = banned.SelectMany(b => b.Members.Split(' '), (b, member) => $"{b.Type}::{member}").ToHashSet();
        using var module = ModuleDefinition.ReadModule(Grains.Location);
        var used = module.GetTypes()
            .Where(t => t.FullName != typeof(DataKeyRing).FullName) // Encryption lives on numbers that nobody can guess or repeat.
            .SelectMany(t => t.Methods.Where(m => m.HasBody))
            .SelectMany(m => m.Body.Instructions, (m, i) => (Method: m, Used: i.Operand as MethodReference))
            .Where(x => x.Used is not null && names.Contains($"{x.Used.DeclaringType.GetElementType().FullName}::{x.Used.Name}"))
            .Select(x => $"{x.Method.DeclaringType.FullName}.{x.Method.Name} uses {x.Used!.DeclaringType.Name}.{x.Used.Name}");
        Assert.Empty(used);
    }

    private static IEnumerable<string> Ours(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Hss.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static bool IsGrainInterface(Type type) => type.IsInterface && type.IsAssignableTo(typeof(IEntityGrain));

    private static TypeDefinition OutermostOf(TypeDefinition type) => type.DeclaringType is { } outer ? OutermostOf(outer) : type;

    private static TypeDefinition? OutermostGrain(TypeDefinition type)
    {
        var outermost = OutermostOf(type);
        return outermost.CustomAttributes.Any(a => a.AttributeType.Name == nameof(GrainTypeAttribute)) ? outermost : null;
    }

    private static string GrainInterfaceOf(TypeDefinition grain, Dictionary<string, GrainTier> tiers) =>
        grain.Interfaces.Select(i => i.InterfaceType.FullName).FirstOrDefault(tiers.ContainsKey, "");
}
