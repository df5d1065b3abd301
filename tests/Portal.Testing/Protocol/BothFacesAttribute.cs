using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Portal.Testing.Protocol;

/// <summary>Runs a theory on either face of the protocol; its first argument is the <see cref="Face"/>, further ones follow.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BothFacesAttribute(params object?[]? arguments) : DataAttribute
{
    public IReadOnlyList<object?> Arguments { get; } = arguments ?? [null];

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Face.Both.Select(face => new TheoryDataRow([face, .. Arguments]))]);

    // A face cannot be written into the name of a test case and read back from there.
    public override bool SupportsDiscoveryEnumeration() => false;
}
