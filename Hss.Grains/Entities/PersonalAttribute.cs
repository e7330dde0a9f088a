namespace Hss.Grains.Entities;

/// <summary>
/// A text that is personal data (address, phone, guest e-mail, tax id, IP): stored as AES-256-GCM ciphertext wherever the state, event
/// or effect is stored. On positional records use <c>[property: Personal]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>A member that is stored but never shown, not even to operators (verifiers, digests of tokens).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
