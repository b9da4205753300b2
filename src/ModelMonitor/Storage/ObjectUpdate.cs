namespace ModelMonitor.Storage;

/// <summary>What becomes of an object that is changed by <see cref="ObjectStoreExtensions.UpdateAsync"/>.</summary>
/// <typeparam name="T">What the caller wants to know of the change.</typeparam>
/// <param name="Result">What the caller wants to know of the change, once it has taken place.</param>
/// <param name="Content">What is to be written; null to leave the object alone.</param>
internal readonly record struct ObjectUpdate<T>(T Result, byte[]? Content);
