using System.Collections.Immutable;
using System.Reflection;

namespace Hss.Tests.Unit.Architecture;

/// <summary>The rules for types that cross grain interfaces.</summary>
internal static class WireTypes
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Types that Orleans serializes by itself and that cannot change.</summary>
    private static readonly HashSet<Type> Simple =
    [
        typeof(string), typeof(decimal), typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(Uri),
        typeof(CancellationToken),
    ];

    /// <summary>Follows the types through their members; gives those of ours that it came to, and what is wrong.</summary>
    public static (IReadOnlyCollection<Type> Types, IReadOnlyList<string> Problems) Check(IEnumerable<Type> roots, Func<Type, bool> isOurs)
    {
        HashSet<Type> seen = [];
        List<string> problems = [];
        foreach (var root in roots)
            Follow(root, root.Name);
        foreach (var same in seen.GroupBy(Alias).Where(g => g.Key is not null && g.Count() > 1))
            problems.Add($"{string.Join(" and ", same.Select(t => t.Name))} have the alias \"{same.Key}\"");
        return (seen, problems);

        void Follow(Type type, string where)
        {
            if (Inner(type) is { } inner)
            {
                foreach (var one in inner)
                    Follow(one, where);
            }
            else if (isOurs(type) && !type.IsGenericParameter)
            {
                var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
                foreach (var argument in type.IsConstructedGenericType ? type.GetGenericArguments() : [])
                    Follow(argument, where);
                if (seen.Add(definition) && !definition.IsEnum)
                    CheckMembers(definition);
            }
            else if (!type.IsPrimitive && !type.IsEnum && !type.IsGenericParameter && !Simple.Contains(type) && type != typeof(void))
            {
                problems.Add($"{where} is {type.Name}");
            }
        }

        void CheckMembers(Type type)
        {
            if (!type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
                problems.Add($"{type.Name} has no [GenerateSerializer]");
            if (Alias(type) is null)
                problems.Add($"{type.Name} has no [Alias]");
            List<uint> ids = [];
            foreach (var (member, memberType) in Stored(type))
            {
                var where = $"{type.Name}.{member.Name}";
                if (member.GetCustomAttribute<IdAttribute>() is { } id)
                    ids.Add(id.Id);
                else
                    problems.Add($"{where} has no [Id]");
                Follow(memberType, where);
            }

            if (ids.Distinct().Count() < ids.Count)
                problems.Add($"{type.Name} has members with the same [Id]");
            if (type.BaseType is { } parent && isOurs(parent))
                Follow(parent, type.Name);
        }
    }

    /// <summary>The types that a task, a nullable, an array or an immutable array is made of; null for any other type.</summary>
    private static Type[]? Inner(Type type)
    {
        if (type.IsArray)
            return [type.GetElementType()!];
        if (type == typeof(Task) || type == typeof(ValueTask))
            return [];
        return type.IsConstructedGenericType
            && type.GetGenericTypeDefinition() is var definition
            && (definition == typeof(Task<>) || definition == typeof(ValueTask<>) || definition == typeof(Nullable<>) || definition == typeof(ImmutableArray<>))
            ? type.GetGenericArguments()
            : null;
    }

    /// <summary>What has storage of its own: fields, and properties in place of the fields that the compiler made for them.</summary>
    private static IEnumerable<(MemberInfo Member, Type Type)> Stored(Type type)
    {
        foreach (var field in type.GetFields(Own))
        {
            if (field.Name.StartsWith('<') && type.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)], Own) is { } property)
                yield return (property, property.PropertyType);
            else
                yield return (field, field.FieldType);
        }
    }

    private static string? Alias(Type type) => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;
}
