namespace Hss.Embedded;

/// <summary>Something that can be addressed: a grain, or a reference to one.</summary>
public interface IAddressable;

/// <summary>A grain as its callers see it. All methods answer a task; all arguments and answers are immutable, as nothing is copied.</summary>
public interface IGrain : IAddressable;

/// <summary>A grain whose identity within its type is a text key.</summary>
public interface IGrainWithStringKey : IGrain;

/// <summary>The identity of a grain: the stable name of its class and its exact key.</summary>
public readonly record struct GrainId
{
    private GrainId(string type, string key) => (Type, Key) = (type, key);

    /// <summary>The name in the class's <see cref="GrainTypeAttribute"/>.</summary>
    public string Type { get; }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>Makes the identity; the grain need not exist.</summary>
    public static GrainId Create(string grainType, string key) => new(grainType, key);

    /// <summary>The form <c>type/key</c> of logs and messages.</summary>
    public override string ToString() => $"{Type}/{Key}";
}
