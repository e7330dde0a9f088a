using System.Collections.Frozen;
using System.Reflection;
using Hss.Embedded.Calls;

namespace Hss.Embedded.Hosting;

/// <summary>All grain classes and interfaces, read once at start.</summary>
internal sealed class GrainCatalog
{
    private readonly FrozenDictionary<string, GrainClass> _byName;
    private readonly FrozenDictionary<Type, GrainClass[]> _byInterface;
    private readonly FrozenDictionary<Type, FrozenDictionary<MethodInfo, GrainMethod>> _methods;

    private GrainCatalog(IReadOnlyList<GrainClass> classes, Dictionary<Type, FrozenDictionary<MethodInfo, GrainMethod>> methods)
    {
        Classes = classes;
        _byName = classes.ToFrozenDictionary(c => c.GrainType, StringComparer.Ordinal);
        _byInterface = classes.SelectMany(c => c.Interfaces, (c, i) => (Class: c, Interface: i))
            .GroupBy(p => p.Interface, p => p.Class)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());
        _methods = methods.ToFrozenDictionary();
    }

    internal IReadOnlyList<GrainClass> Classes { get; }

    /// <summary>Reads the concrete grain classes of the assemblies.</summary>
    /// <exception cref="InvalidOperationException">Something is wrong with some of them; the message names all of it.</exception>
    internal static GrainCatalog Of(IEnumerable<Assembly> assemblies) => Of(assemblies.Distinct().SelectMany(a => a.GetTypes()));

    internal static GrainCatalog Of(IEnumerable<Type> types)
    {
        List<string> problems = [];
        List<GrainClass> classes = [];
        Dictionary<Type, FrozenDictionary<MethodInfo, GrainMethod>> methods = [];
        foreach (var type in types.Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && t.IsSubclassOf(typeof(Grain))))
        {
            if (GrainClass.NameOf(type) is not { Length: > 0 } name)
                problems.Add($"{type.FullName} has no [GrainType]");
            else if (classes.Find(c => c.GrainType == name) is { } other)
                problems.Add($"{type.FullName} and {other.Type.FullName} have the same grain type \"{name}\"");
            else
                classes.Add(new GrainClass(type, name, classes.Count));
        }

        foreach (var grainInterface in classes.SelectMany(c => c.Interfaces).Distinct())
            methods[grainInterface] = ReadMethods(grainInterface, problems);
        if (problems.Count > 0)
            throw new InvalidOperationException($"The grain classes cannot be hosted: {string.Join("; ", problems)}.");
        return new GrainCatalog(classes, methods);
    }

    /// <summary>The one class that implements the interface.</summary>
    internal GrainClass ClassOf(Type grainInterface) => _byInterface.GetValueOrDefault(grainInterface) switch
    {
        [var only] => only,
        null => throw new ArgumentException($"No grain class implements {grainInterface.Name}."),
        var many => throw new ArgumentException(
            $"{string.Join(" and ", many.Select(c => c.Type.Name))} implement {grainInterface.Name}; ask by GrainId or by the grain's own interface."),
    };

    /// <summary>The class with this name, which must implement the interface.</summary>
    internal GrainClass ClassOf(string grainType, Type grainInterface)
    {
        if (!_byName.TryGetValue(grainType, out var grainClass))
            throw new ArgumentException($"No grain class has the grain type \"{grainType}\".");
        return grainClass.Type.IsAssignableTo(grainInterface) && _methods.ContainsKey(grainInterface)
            ? grainClass
            : throw new ArgumentException($"The grain class of \"{grainType}\" does not implement {grainInterface.Name}.");
    }

    /// <summary>The methods of a grain interface and of the interfaces that it extends.</summary>
    internal FrozenDictionary<MethodInfo, GrainMethod> MethodsOf(Type grainInterface) => _methods[grainInterface];

    private static FrozenDictionary<MethodInfo, GrainMethod> ReadMethods(Type grainInterface, List<string> problems)
    {
        Dictionary<MethodInfo, GrainMethod> methods = [];
        foreach (var method in grainInterface.GetInterfaces().Prepend(grainInterface).SelectMany(i => i.GetMethods()).Where(m => !m.IsStatic))
        {
            if (GrainMethod.TryCreate(method, out var problem) is { } read)
                methods[method] = read;
            else
                problems.Add(problem!);
        }

        return methods.ToFrozenDictionary();
    }
}
